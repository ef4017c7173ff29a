"""A forgotten password: Django's own views, in our pages. The answer is the same whether there is an account."""

from typing import Any

from django import forms
from django.contrib.auth.forms import PasswordResetForm, SetPasswordForm
from django.contrib.auth.views import (
    PasswordResetCompleteView,
    PasswordResetConfirmView,
    PasswordResetDoneView,
    PasswordResetView,
)
from django.core.mail import EmailMessage
from django.template import loader
from django.urls import reverse_lazy
from django.utils.translation import gettext, gettext_lazy

from workbench.accounts.actions import revoke_all_tokens
from workbench.accounts.addresses import address_of
from workbench.accounts.errors import TooOften
from workbench.accounts.mailing import post
from workbench.accounts.passwords import count_guess

__all__ = ["choose_password", "show_changed", "show_forgotten", "show_sent"]


class _ForgottenForm(PasswordResetForm):
    """Where the link goes; it is sent beside the request, so that its time tells nothing either."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields["email"].label = gettext("E-mail address")

    def send_mail(
        self,
        subject_template_name: str,
        email_template_name: str,
        context: dict[str, Any],
        from_email: str | None,
        to_email: str,
        html_email_template_name: str | None = None,
    ) -> None:
        """Write the letter and hand it over."""
        del html_email_template_name
        subject = loader.render_to_string(subject_template_name, context).strip()
        post(EmailMessage(subject, loader.render_to_string(email_template_name, context), from_email, [to_email]))


class _ChosenForm(SetPasswordForm):  # type: ignore[type-arg]  # no subscript at run time
    """The new password, twice; whoever forgot it may fear for more."""

    tokens = forms.BooleanField(
        label=gettext_lazy("End my tokens for scripts and feeds, too"), required=False, initial=True
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].help_text = gettext(
            "At least eight characters; neither a common password nor like your name."
        )

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001 - Django's own signature
        """Store the password, and end the tokens where that is wanted."""
        user = super().save(commit)
        if self.cleaned_data["tokens"]:
            revoke_all_tokens(actor=user)
        return user


class _Forgotten(PasswordResetView):
    """Asks for the address, so often for one and so often from one machine."""

    form_class = _ForgottenForm
    template_name = "web/account/reset.html"
    subject_template_name = "web/account/reset_subject.txt"
    email_template_name = "web/account/reset_letter.txt"
    success_url = reverse_lazy("web:reset_sent")

    def form_invalid(self, form: Any) -> Any:
        """Show what is wrong, as every form does: with a 422."""
        response = super().form_invalid(form)
        response.status_code = 422
        return response

    def form_valid(self, form: Any) -> Any:
        """Count, then send; beyond the rate say so at the form."""
        address = address_of(self.request)
        try:
            count_guess(f"reset:address:{address}", "address")
            count_guess(f"reset:name:{form.cleaned_data['email'].lower()}", "name")
        except TooOften as error:
            form.add_error(None, forms.ValidationError(error.detail, code=error.code))
            response = self.form_invalid(form)
            response.status_code, response["Retry-After"] = 429, str(error.wait)
            return response
        return super().form_valid(form)


show_forgotten = _Forgotten.as_view()
show_sent = PasswordResetDoneView.as_view(template_name="web/account/reset_sent.html")
choose_password = PasswordResetConfirmView.as_view(
    form_class=_ChosenForm,
    template_name="web/account/reset_confirm.html",
    success_url=reverse_lazy("web:reset_changed"),
)
show_changed = PasswordResetCompleteView.as_view(template_name="web/account/reset_done.html")
