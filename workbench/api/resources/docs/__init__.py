"""The description of the API and the page that shows it. Holds no data and is open to everybody."""
