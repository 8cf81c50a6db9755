"""A site's hosts: wanted, proven, canonical, given up. What is not proven is never served."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.transaction import atomic
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from verbund.tenancy.domain import proofs
from verbund.tenancy.domain.acts import Change, record_act
from verbund.tenancy.models import Domain, DomainClaim, Tenant
from verbund.tenancy.names import normalise_host
from verbund.tenancy.tokens import new_secret

NO_PROOF = gettext_noop("Neither the record nor the file is there yet.")


def claim_domain(
    tenant: Tenant, domain: str, *, by: UUID | None = None, dry_run: bool = False
) -> Change:
    """Notes that a site wants a host; the worker looks for the proof from now on.

    :raises ValidationError: no host name, or it belongs to somebody already.
    """
    host = normalise_host(domain) or domain
    claim = DomainClaim(tenant=tenant, domain=host, token=new_secret(16))
    claim.full_clean(exclude=["checked"])
    if "." not in host:
        raise ValidationError(_("“%(domain)s” is no domain name.") % {"domain": host})
    if Domain.objects.filter(domain=host).exists():
        raise ValidationError(_("“%s” is served already.") % host)
    change = Change("claim", tenant.name, {}, {"domain": host})
    if not dry_run:
        claim.save()
        record_act("claim", tenant, by=by, after=change.after)
    return change


def check_claims(
    *,
    records: proofs.Records = proofs.txt_records,
    addresses: proofs.Addresses = proofs.addresses_of,
    fetch: proofs.Fetch = proofs.fetch_file,
) -> list[str]:
    """Looks for each proof that is still missing; returns the hosts that are served from now on."""
    proven = []
    for claim in DomainClaim.objects.select_related("tenant"):
        if proofs.is_proven(
            claim.domain, claim.token, records=records, addresses=addresses, fetch=fetch
        ):
            _accept(claim)
            proven.append(claim.domain)
        else:
            DomainClaim.objects.filter(pk=claim.pk).update(checked=timezone.now(), problem=NO_PROOF)
    return proven


def _accept(claim: DomainClaim) -> None:
    with atomic():
        Domain.objects.create(tenant=claim.tenant, domain=claim.domain, is_primary=False)
        claim.delete()
        record_act("prove", claim.tenant, after={"domain": claim.domain})


def give_up_domain(
    tenant: Tenant, domain: str, *, by: UUID | None = None, dry_run: bool = False
) -> Change:
    """The host is nobody's again: one that was wanted, or one that redirects.

    :raises ValidationError: it is the canonical one, or not this site's.
    """
    served = Domain.objects.filter(tenant=tenant, domain=domain).first()
    claim = DomainClaim.objects.filter(tenant=tenant, domain=domain).first()
    if served is not None and served.is_primary:
        raise ValidationError(_("Make another domain canonical first."))
    if served is None and claim is None:
        raise ValidationError(_("“%s” is no domain of this site.") % domain)
    change = Change("give_up", tenant.name, {"domain": domain}, {"domain": None})
    if not dry_run:
        with atomic():
            for row in (served, claim):
                if row is not None:
                    row.delete()
            record_act("give_up", tenant, by=by, before=change.before, after=change.after)
    return change
