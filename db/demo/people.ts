import type { KindKey } from '#packages/referentials/kinds.ts'
import { slugify } from '#packages/referentials/text.ts'
import type { DemoOrganisation, Plan } from './organisation.ts'
import { type Random, randomFrom, urnOf } from './random.ts'
import { rowIds } from './row-id.ts'
import { phoneFrom } from './whole.ts'
import { FAMILY_NAMES, GIVEN_NAMES } from './words/people-names.ts'

type Role = { f: string; m: string; standing: 'elected' | 'staff' | 'volunteer' | 'other'; service?: string }
const role = (f: string, m: string, standing: Role['standing'], service?: string): Role => ({
  f,
  m,
  standing,
  ...(service ? { service } : {}),
})

const ROLES: Record<KindKey, Role[]> = {
  association: [
    role('Présidente', 'Président', 'volunteer'),
    role('Trésorière', 'Trésorier', 'volunteer'),
    role('Secrétaire', 'Secrétaire', 'volunteer'),
    role('Coordinatrice', 'Coordinateur', 'staff'),
    role('Chargée de projets', 'Chargé de projets', 'staff'),
    role('Administratrice', 'Administrateur', 'volunteer'),
  ],
  local_authority: [
    role(
      'Maire adjointe aux relations internationales',
      'Maire adjoint aux relations internationales',
      'elected',
    ),
    role(
      'Chargée de mission coopération',
      'Chargé de mission coopération',
      'staff',
      'Relations internationales',
    ),
    role('Conseillère déléguée', 'Conseiller délégué', 'elected'),
    role('Directrice générale des services', 'Directeur général des services', 'staff', 'Direction générale'),
  ],
  education_research: [
    role('Enseignante référente', 'Enseignant référent', 'staff'),
    role('Proviseure', 'Proviseur', 'staff'),
    role('Responsable des relations internationales', 'Responsable des relations internationales', 'staff'),
  ],
  company: [
    role('Gérante', 'Gérant', 'other'),
    role('Responsable RSE', 'Responsable RSE', 'staff', 'Développement durable'),
  ],
  public_body: [
    role('Déléguée régionale', 'Délégué régional', 'staff'),
    role('Chargée de mission', 'Chargé de mission', 'staff', 'Service des partenariats'),
  ],
  other: [role('Contact', 'Contact', 'staff')],
}

/** 1.43 on average: 1,900 people for 1,325 organisations. */
const howMany = urnOf<number>([
  [0, 24],
  [1, 36],
  [2, 24],
  [3, 11],
  [5, 5],
])
const LANGUAGES = ['en', 'es', 'pt', 'ar', 'wo', 'de', 'it', 'mg']
const TOPICS = [
  'eau',
  'éducation',
  'Sahel',
  'jeunesse',
  'santé',
  'tandems solidaires',
  'climat',
  'jumelage',
  'ECSI',
]
const ORIGINS = [
  'Rencontre régionale',
  'Formulaire du site',
  'Site de la structure',
  'Demande d’appui',
  'Adhésion',
]
const DAY = 86_400_000

/** Who one meets in each organisation, in turn: plainly invented, the same whenever it is told. */
export function peopleOf(plan: Plan) {
  const random = randomFrom(`${plan.slug}/people`)
  const personIds = rowIds(`${plan.slug}/person`)
  const positionIds = rowIds(`${plan.slug}/position`)
  const today = Date.parse(plan.today)
  const before = (most: number) => new Date(today - random.between(1, most) * DAY).toISOString().slice(0, 10)
  let people = 0
  let positions = 0
  let earlier: DemoOrganisation | undefined
  return (organisation: DemoOrganisation) => {
    const persons: Record<string, unknown>[] = []
    const held: Record<string, unknown>[] = []
    const hold = (person: string, at: DemoOrganisation, what: Role, gender: 'f' | 'm') => {
      const ended = random.chance(0.08)
      const started = random.chance(0.6) ? before(3000) : null
      held.push({
        id: positionIds(positions++),
        person_id: person,
        organisation_id: at.id,
        function: what[gender],
        standing: what.standing,
        service: what.service ?? null,
        started_on: started,
        ended_on: ended ? (started && started > '2025-06-01' ? plan.today : '2025-06-30') : null,
      })
    }
    const roles = random.shuffled(ROLES[organisation.kind])
    const count = howMany(random)
    for (let index = 0; index < count; index++) {
      const [givenName, gender] = random.pick(GIVEN_NAMES)
      const familyName = random.pick(FAMILY_NAMES)
      const id = personIds(people++)
      persons.push(personRow(id, givenName, familyName, organisation, before, random))
      hold(id, organisation, roles[index % roles.length]!, gender)
      if (earlier && random.chance(0.06)) hold(id, earlier, ROLES.association[5]!, gender)
    }
    if (count > 0) earlier = organisation
    return { persons, positions: held }
  }
}

function personRow(
  id: string,
  givenName: string,
  familyName: string,
  { slug, name, createdAt }: DemoOrganisation,
  before: (most: number) => string,
  random: Random,
) {
  const consent = random.chance(0.2)
  const host = slug ?? slugify(name, 40)
  return {
    id,
    given_name: givenName,
    family_name: familyName,
    email: random.chance(0.8) ? `${slugify(`${givenName} ${familyName}`)}@${host}.example` : null,
    phone: random.chance(0.4) ? phoneFrom(random) : null,
    languages: ['fr', ...(random.chance(0.4) ? random.some(LANGUAGES, random.between(1, 2)) : [])],
    topics: random.chance(0.35) ? random.some(TOPICS, random.between(1, 3)) : [],
    legal_basis: consent ? 'consent' : random.chance(0.3) ? 'contract' : 'legitimate_interest',
    data_origin: random.pick(ORIGINS),
    consented_on: consent ? before(1200) : null,
    last_contact_on: random.chance(0.88) ? before(1500) : null,
    // Met when the organisation was: a figure of last year knows them.
    created_at: createdAt,
  }
}
