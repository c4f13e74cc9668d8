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
  'organisation.parent_id': () => null,
  'organisation.former_names': (seed) => JSON.stringify([{ name: seed, from: null, until: '2019-12-31' }]),
  'organisation.seat_country': () => 'FR',
  'organisation.own_fields': () => '{}',
  // Planting a published record writes its period: this one is another.
  'organisation_publication.published_at': () => '2001-01-01T00:00:00Z',
  'project_publication.published_at': () => '2001-01-01T00:00:00Z',
  'organisation_publication.withdrawn_at': () => null,
  'project_publication.withdrawn_at': () => null,
  'person.legal_basis': () => 'consent',
  'person_position.standing': () => 'elected',
  'person_position.ended_on': () => null,
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
  'change_batch_line.outcome': () => null,
  'own_field.key': (seed) =>
    `f${seed
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '')
      .slice(0, 40)}`,
  'own_field.type': () => 'text',
  'own_field.choices': () => '[]',
  'organisation_listing.own_fields': () => '[]',
  'tag.colour': () => 'green',
  'stored_file.deleted_at': () => null,
  'stored_file.is_public': () => false,
  'stored_file.owner_type': () => 'organisation',
  'stored_file.verdict': () => 'clean',
}
