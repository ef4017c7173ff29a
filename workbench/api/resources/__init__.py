"""What the API speaks of, one package for each subject: `people` < `works` < `texts` < `comparison` < the rest.

In each: `routes` (addresses), `views` (one class for each address, one short handler for each method), `schemas` (what
is taken), `presenters` (what is sent), `lookups` (what somebody may see, ready to be shown). A subject may use those
below it, not those beside it. What concerns no subject in particular belongs to `protocol`; what decides, to an action.
"""
