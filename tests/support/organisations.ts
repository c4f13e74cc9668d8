import { type OrganisationInput, organisationInput } from '#server/crm/organisation/organisation.schema.ts'

/** A valid record; say only what the test is about. */
export function anOrganisation(
  given: Partial<Record<keyof OrganisationInput, unknown>> = {},
): OrganisationInput {
  return organisationInput.parse({
    name: 'Amitié Niort–Atakpamé',
    kind: 'association',
    subkind: 'local_association',
    insee: '79191',
    description: 'Appui à deux écoles.',
    countries: ['TG'],
    sectors: ['education'],
    sdgs: [4],
    ...given,
  })
}
