"""Views, one module for each area: load and authorise, one call, respond. Rules live in the data apps."""
