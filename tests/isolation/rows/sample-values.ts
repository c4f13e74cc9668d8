type Sample = (seed: string) => unknown

/**
 * A value for the columns whose type does not say what they accept. A new table with such a column
 * gets its line here: without it the isolation suite cannot make a row, and fails.
 */
export const SAMPLES: Record<string, Sample> = {
  'account.email': (seed) => `${seed}@essai.example`,
  'absence.back_on': () => '2026-02-15',
  'account.locale': () => 'fr',
  'account_grant.role': () => 'staff',
  'account_grant.profile': () => 'mission',
  'account_grant.programme_id': () => null,
  'invitation.email': (seed) => `${seed}@essai.example`,
  'invitation.role': () => 'staff',
  'invitation.profile': () => 'mission',
  'invitation.programme_id': () => null,
  'invitation.locale': () => 'fr',
  'long_work.state': () => 'waiting',
  'membership.year': () => 2026,
  'network_host.host': (seed) => `${seed}.essai.example`,
  'network_page.locale': () => 'fr',
  'network_page_draft.locale': () => 'fr',
  'organisation.kind': () => 'association',
  'organisation.subkind': () => 'local_association',
  'organisation.siren': () => '552100554',
  'organisation.siret': () => '55210055400013',
  'organisation.rna': () => 'W791234567',
  'organisation.insee': () => '79191',
  'organisation.postal_code': () => '79000',
  'organisation.department': () => '79',
  'organisation.countries': () => ['TG'],
  'organisation.sectors': () => ['education'],
  'organisation.sdgs': () => [4],
  'organisation.website': (seed) => `https://${seed}.example`,
  'organisation_listing.kind': () => 'association',
  'organisation_listing.department': () => '79',
  'organisation_listing.countries': () => ['TG'],
  'organisation_listing.sectors': () => ['education'],
  'organisation_listing.sdgs': () => [4],
  'representation_request.decision': () => 'accepted',
  'stored_file.verdict': () => 'clean',
}
