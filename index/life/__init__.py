"""A mandate's life: its steps, what stands on a day, lineages, the calendar."""
