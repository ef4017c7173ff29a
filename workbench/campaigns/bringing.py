"""Campaigns that somebody prepared elsewhere: the texts become a work, and the campaign begins."""

from collections.abc import Sequence

from django.conf import settings
from django.db import transaction

from workbench.accounts.models import Role, User, Workspace
from workbench.accounts.permissions import require_role
from workbench.campaigns.actions import CampaignWishes, make_campaign
from workbench.campaigns.models import Campaign
from workbench.campaigns.pearmut_files import Brought, read_campaign
from workbench.corpus.transfer import ImportOptions
from workbench.interchange.errors import FormatError
from workbench.interchange.formats import bundle
from workbench.review.transfer import SourceFile, Unreadable, import_file

__all__ = ["bring_campaign"]


@transaction.atomic
def bring_campaign(
    *, actor: User, workspace: Workspace, file_name: str, data: bytes, reviewers: Sequence[str]
) -> tuple[Campaign, Sequence[str]]:
    """Make a work and a campaign of a campaign file of Pearmut, all of it or nothing. For editors.

    Returns with it, in sentences, what of the file is not kept. Raises `Unreadable` for what is no such file, and what
    importing and `make_campaign` raise.
    """
    require_role(actor, workspace, Role.EDITOR)
    try:
        brought = read_campaign(data, settings.IMPORT_MAX_BYTES)
    except FormatError as error:
        raise Unreadable(error.problems) from error
    file = SourceFile(file_name, bundle.write(brought.document), "bundle")
    done = import_file(
        actor=actor, workspace=workspace, work=None, file=file, options=ImportOptions(title=brought.title)
    )
    assert done.work is not None
    wishes = _wishes(brought, reviewers)
    return make_campaign(actor=actor, work=done.work, wishes=wishes), brought.warnings


def _wishes(brought: Brought, reviewers: Sequence[str]) -> CampaignWishes:
    return CampaignWishes(
        title=brought.title,
        kind=brought.kind,
        reviewers=reviewers,
        sigla=brought.sigla,
        is_blind=brought.is_blind,
        each=brought.each,
        handing=brought.handing,
        checks=brought.checks,
        offered=brought.offered,
    )
