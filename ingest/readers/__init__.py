"""One file per format: each reader turns a file into `RawText`."""
