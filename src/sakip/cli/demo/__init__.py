"""The demo: an example city and two sets of published figures, loaded through the importer and the services."""
