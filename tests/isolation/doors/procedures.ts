import { appRouter } from '#server/trpc/router.ts'
import { type Ask, type Target, WORD } from './target.ts'

const organisation = { name: 'Intrus', kind: 'association' }
const project = { title: 'Intrus', holders: ['00000000-0000-7000-8000-000000000000'] }
const filters = { q: WORD }

/** What each procedure is given. One that is not here fails the suite. */
export const PROCEDURES: Record<string, (target: Target) => object[]> = {
  'crm.findOrganisations': () => [{}, { q: WORD }, { kind: ['association'] }],
  'crm.getOrganisation': ({ id }) => [{ id }],
  'crm.createOrganisation': () => [{ organisation }],
  'crm.updateOrganisation': ({ id }) => [{ id, version: 1, organisation }],
  'crm.publishOrganisation': ({ id }) => [{ id }],
  'crm.unpublishOrganisation': ({ id }) => [{ id }],
  'observatory.countFigures': () => [{ day: '2025-12-31' }],
  'observatory.breakDownMembers': () => [{ day: '2025-12-31' }],
  'observatory.findFigureRows': () => [{ day: '2025-12-31', figure: 'organisations' }],
  'crm.findPeople': () => [{}, { q: WORD }],
  'crm.getPerson': ({ person: id }) => [{ id }],
  'crm.createPerson': () => [{ person: { familyName: 'Intrus' } }],
  'crm.updatePerson': ({ person: id }) => [{ id, version: 1, person: { familyName: 'Intrus' } }],
  'crm.deletePerson': ({ person: id }) => [{ id }],
  'crm.noteContact': ({ person: id }) => [{ id }],
  'crm.addPosition': ({ id, person }) => [{ id: person, position: { organisationId: id } }],
  'crm.endPosition': ({ position: id }) => [{ id }],
  'directory.findListings': () => [{ filters: {} }, { filters }],
  'directory.getListing': ({ slug }) => [{ slug }],
  'projects.findListings': () => [{ filters: {} }, { filters }],
  'projects.getListing': ({ slug }) => [{ slug }],
  'projects.findProjects': () => [{}, { q: WORD }, { country: 'TG', authorities: true }],
  'projects.getProject': ({ project: id }) => [{ id }],
  'projects.createProject': () => [{ project }],
  'projects.updateProject': ({ project: id }) => [{ id, version: 1, project }],
  'projects.publishProject': ({ project: id }) => [{ id }],
  'projects.unpublishProject': ({ project: id }) => [{ id }],
  'projects.findTies': ({ project: id }) => [{ id }],
  'projects.findAskedTies': () => [{}],
  'projects.proposeTie': ({ project: id, slug }) => [{ id, listing: { network: 'gescod', slug } }],
  'projects.withdrawTie': ({ project: id, tie }) => [{ id, tie }],
  'projects.answerTie': ({ tie: id }) => [{ id, answer: 'confirmed' }],
}

type Procedure = { _def: { type: string } }
const procedures = appRouter._def.procedures as unknown as Record<string, Procedure>

export const procedureNames = Object.keys(procedures)

export function procedureAsks(target: Target): Ask[] {
  return procedureNames.flatMap((name) =>
    (PROCEDURES[name]?.(target) ?? []).map((given): Ask => {
      const input = JSON.stringify({ network: target.network, ...given })
      const path = `/api/trpc/${name}`
      if (procedures[name]!._def.type === 'query')
        return { label: `${name} ${input}`, path: `${path}?input=${encodeURIComponent(input)}` }
      const headers = { 'content-type': 'application/json' }
      return { label: `${name} ${input}`, path, init: { method: 'POST', headers, body: input } }
    }),
  )
}
