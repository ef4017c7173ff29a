"""/translations/, /passages/ and /variants/."""

from django.urls import URLPattern, path

from workbench.api.resources.texts.views import passages, resegmenting, translations, variants

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern] = [
    path("translations/", translations.TranslationList.as_view(), name="translations"),
    path("translations/<pk:pk>/", translations.OneTranslation.as_view(), name="translation"),
    path("passages/", passages.PassageList.as_view(), name="passages"),
    path("passages/<pk:pk>/", passages.OnePassage.as_view(), name="passage"),
    path("variants/", variants.VariantList.as_view(), name="variants"),
    path("variants/<pk:pk>/", variants.OneVariant.as_view(), name="variant"),
    path("variants/<pk:pk>/revisions/", variants.RevisionList.as_view(), name="revisions"),
    path("variants/<pk:pk>/restore/", variants.Restore.as_view(), name="restore"),
    path("variants/<pk:pk>/confirm/", variants.Confirm.as_view(), name="confirm"),
    path("variants/<pk:pk>/resegment/", resegmenting.Resegment.as_view(), name="resegment"),
    path(
        "variants/<pk:pk>/realign/", resegmenting.Resegment.as_view(schema=None), name="realign"
    ),  # its former address
]
