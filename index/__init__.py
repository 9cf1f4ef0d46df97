"""Documents become answers: search, lookup, graph, calendar, export."""
