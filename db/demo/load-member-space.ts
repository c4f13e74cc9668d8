import type pg from 'pg'
import type { Network } from '#tenants/schema.ts'
import { randomFrom } from './random.ts'
import { rowIds } from './row-id.ts'

const SUBJECT = 'Votre page dans notre annuaire est-elle à jour ?'
const BODY =
  'Bonjour,\n\nVotre page (« {structure} ») est visible dans notre annuaire. Pouvez-vous vérifier en une minute qu’elle est toujours exacte ?\n\nMerci !'
/** What each recipient of the finished campaign did; drawn in this proportion. */
const ANSWERS = [
  'confirmed',
  'confirmed',
  'confirmed',
  'corrected',
  'opened',
  'none',
  'none',
  'stopped',
] as const
const RECIPIENTS = 40

type Page = {
  id: string
  name: string
  description: string
  website: string | null
  version: number
  email: string
}
type Ground = { app: pg.ClientBase; id: number; slug: string; at: (days: number) => string }

/** The member space of a network: who keeps two pages, what waits for the team, what was asked and answered. */
export async function loadMemberSpace(app: pg.ClientBase, network: Network, id: number, today: string) {
  const { slug } = network
  const at = (days: number) => new Date(Date.parse(`${today}T10:30:00Z`) - days * 86_400_000).toISOString()
  const ground = { app, id, slug, at }
  await app.query(`select set_config('app.network_id', $1, true)`, [String(id)])
  const pages = await pagesOf(ground)
  const [own] = pages
  if (own && pages.length >= 8) {
    await keepTwo(ground, own)
    await writeProposals(ground, pages)
    await writeMessages(ground, own)
    await writeWaiting(ground)
    await writeRequests(ground, pages[6]!)
    await writeCampaign(ground, pages.slice(1))
  }
}

const account = (slug: string, who: string) => rowIds(`account/${who}@${slug}.demo`)(0)

/** Published pages, that of the demonstration's member first. */
async function pagesOf({ app, id, slug }: Ground): Promise<Page[]> {
  const { rows } = await app.query<Page>(
    `select o.id, o.name, o.description, o.website, o.version, coalesce(o.email, 'contact@structure.example') as email
     from organisation o where o.network_id = $1 and o.published_at is not null
     order by not exists (select 1 from grant_organisation l
         join account_grant g on g.network_id = l.network_id and g.id = l.grant_id
         where l.network_id = o.network_id and l.organisation_id = o.id and g.account_id = $2),
       md5(o.id::text) limit $3`,
    [id, account(slug, 'member'), RECIPIENTS + 1],
  )
  return rows
}

async function keepTwo({ app, id, slug }: Ground, own: Page) {
  await app.query(
    `insert into grant_organisation (network_id, grant_id, organisation_id)
     select g.network_id, g.id, o.organisation_id from account_grant g, lateral (
       select $3::uuid as organisation_id union select m.organisation_id from (
         select organisation_id, min(joined_on) as joined from membership where network_id = $1 group by 1
         order by joined, organisation_id offset 8 limit 1) m) o
     where g.network_id = $1 and g.account_id = $2 and g.role = 'member' on conflict do nothing`,
    [id, account(slug, 'member'), own.id],
  )
}

type Written = {
  page: Page
  origin: 'member' | 'verification' | 'visitor'
  proposed?: Record<string, unknown>
  base?: Record<string, unknown>
  note?: string
  state?: 'submitted' | 'published' | 'refused'
  reason?: string
  days: number
}

async function writeProposals({ app, id, slug, at }: Ground, pages: Page[]) {
  const [own, second, third, fourth, fifth] = pages as [Page, Page, Page, Page, Page]
  const longer = (page: Page, more: string) => ({
    proposed: { description: `${page.description} ${more}`.trim() },
    base: { description: page.description },
  })
  const all: Written[] = [
    {
      page: own,
      origin: 'member',
      ...longer(own, 'Depuis cette année, nous accueillons aussi des volontaires en service civique.'),
      note: 'Nous avons une nouvelle activité.',
      days: 2,
    },
    {
      page: second,
      origin: 'verification',
      proposed: {
        website: 'https://nouveau-site.example',
        ...longer(second, 'Permanence le premier samedi du mois.').proposed,
      },
      base: { website: second.website, description: second.description },
      days: 5,
    },
    {
      page: third,
      origin: 'visitor',
      note: 'Le numéro de téléphone affiché ne répond plus, et l’association a déménagé.',
      days: 8,
    },
    {
      page: fourth,
      origin: 'visitor',
      note: 'Gagnez plus de visiteurs avec notre agence !',
      state: 'refused',
      reason: 'Ce n’est pas une correction.',
      days: 30,
    },
    {
      page: own,
      origin: 'member',
      proposed: { name: own.name.toUpperCase() },
      base: { name: own.name },
      state: 'refused',
      reason: 'Nous écrivons les noms en minuscules dans tout l’annuaire : ils se lisent mieux.',
      days: 60,
    },
    {
      page: fifth,
      origin: 'verification',
      ...longer(fifth, 'Nouvelle présidence depuis l’assemblée générale.'),
      state: 'published',
      days: 75,
    },
  ]
  const ids = rowIds(`proposal/${slug}`)
  for (const [index, one] of all.entries()) {
    const { page, origin, proposed = {}, base = {}, note = '', state = 'submitted', reason, days } = one
    const decided = state === 'submitted' ? null : at(days - 3)
    await app.query(
      `insert into page_proposal (network_id, id, organisation_id, account_id, origin, author, reply_to, proposed, base,
         base_version, note, state, taken, reason, created_at, updated_at, submitted_at, decided_at, decided_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15, $15, $16, $17)`,
      [
        id,
        ids(index),
        page.id,
        origin === 'member' ? account(slug, 'member') : null,
        origin,
        origin === 'verification' ? page.email : '',
        origin === 'member' ? null : origin === 'verification' ? page.email : 'une.lectrice@public.example',
        JSON.stringify(proposed),
        JSON.stringify(base),
        page.version,
        note,
        state,
        state === 'published' ? Object.keys(proposed) : [],
        reason ?? null,
        at(days),
        decided,
        decided ? account(slug, 'staff') : null,
      ],
    )
  }
}

async function writeMessages({ app, id, slug, at }: Ground, own: Page) {
  const ids = rowIds(`message/${slug}`)
  const messages = [
    ['Alix Public', 'alix@public.example', 'Devenir bénévole', 'Bonjour, je cherche à aider une association près de chez moi. Quand peut-on vous rencontrer ?', 3],
    ['Noa Public', 'noa@public.example', 'Intervention au lycée', 'Bonjour, accepteriez-vous de présenter votre action à une classe de seconde au printemps ?', 21],
  ] as const // biome-ignore format: a table to read
  for (const [index, [name, email, subject, body, days]] of messages.entries())
    await app.query(
      `insert into organisation_message (network_id, id, organisation_id, sender_name, sender_email, subject, body,
         sent_at, confirmed_at, relayed_at, reached)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $8, 1)`,
      [id, ids(index), own.id, name, email, subject, body, at(days)],
    )
}

/** Two wait for an address: their senders were told that the team reads them. */
async function writeWaiting({ app, id, slug, at }: Ground) {
  const ids = rowIds(`waiting-message/${slug}`)
  const messages = [
    ['Sam Public', 'sam@public.example', 'Don de matériel', 'Bonjour, notre école donne vingt ordinateurs. Seraient-ils utiles à l’un de vos partenaires ?', 2],
    ['Lou Public', 'lou@public.example', 'Stage de deuxième année', 'Bonjour, je cherche un stage de deux mois à partir d’avril. Puis-je vous envoyer ma candidature ?', 9],
  ] as const // biome-ignore format: a table to read
  for (const [index, [name, email, subject, body, days]] of messages.entries())
    await app.query(
      `insert into organisation_message (network_id, id, organisation_id, sender_name, sender_email, subject, body,
         sent_at, confirmed_at, relayed_at, reached, read_by_team)
       select $1, $2, o.id, $3, $4, $5, $6, $7, $7, $7, 0, true from organisation o
       where o.network_id = $1 and o.published_at is not null and o.email is null and o.contactable
         and not exists (select 1 from grant_organisation l where l.network_id = $1 and l.organisation_id = o.id)
       order by md5(o.id::text) offset $8 limit 1`,
      [id, ids(index), name, email, subject, body, at(days), index],
    )
}

/** One organisation asks to be registered, one person without an account asks for a page. */
async function writeRequests({ app, id, slug, at }: Ground, page: Page) {
  await app.query(
    `insert into registration (network_id, id, name, kind, subkind, description, contact_name, contact_email,
       contact_function, message, asked_at, confirmed_at)
     values ($1, $2, 'Les Semeuses de la Vallée', 'association', 'local_association',
       'Des jardins partagés et des échanges de semences avec des groupements de femmes au Sénégal.',
       'Sacha Démo', 'sacha@semeuses.example', 'Présidence', 'Nous avons été créées au printemps.', $3, $3)`,
    [id, rowIds(`registration/${slug}`)(0), at(4)],
  )
  await app.query(
    `insert into representation_request (network_id, id, organisation_id, name, email, job_title, message, asked_at,
       confirmed_at)
     values ($1, $2, $3, 'Eden Démo', 'eden@structure.example', 'Trésorerie', 'Je prends la suite du secrétariat.', $4, $4)`,
    [id, rowIds(`representation/${slug}`)(0), page.id, at(6)],
  )
}

async function writeCampaign({ app, id, slug, at }: Ground, pages: Page[]) {
  const campaign = rowIds(`campaign/${slug}`)(0)
  await app.query(
    `insert into page_campaign (network_id, id, subject, body, chosen, created_at, created_by, reminded_at)
     values ($1, $2, $3, $4, '{"set":"stale"}', $5, $6, $7)`,
    [id, campaign, SUBJECT, BODY, at(90), account(slug, 'staff'), at(76)],
  )
  const random = randomFrom(`campaign/${slug}`)
  const ids = rowIds(`campaign-recipient/${slug}`)
  const rows = pages.map((page, index) => {
    const answer = random.pick(ANSWERS)
    const answered = at(89 - random.between(0, 20))
    return {
      id: ids(index),
      organisation_id: page.id,
      email: page.email,
      sent_at: at(90),
      opened_at: answer === 'none' ? null : answered,
      confirmed_at: answer === 'confirmed' ? answered : null,
      corrected_at: answer === 'corrected' ? answered : null,
      stopped_at: answer === 'stopped' ? answered : null,
      reminded_at: answer === 'none' || answer === 'opened' ? at(76) : null,
    }
  })
  await app.query(
    `insert into page_campaign_recipient (network_id, id, campaign_id, organisation_id, email, sent_at, opened_at,
       confirmed_at, corrected_at, stopped_at, reminded_at)
     select $1, r.id, $2, r.organisation_id, r.email, r.sent_at, r.opened_at, r.confirmed_at, r.corrected_at,
       r.stopped_at, r.reminded_at
     from json_to_recordset($3::json) as r(id uuid, organisation_id uuid, email text, sent_at timestamptz,
       opened_at timestamptz, confirmed_at timestamptz, corrected_at timestamptz, stopped_at timestamptz,
       reminded_at timestamptz)`,
    [id, campaign, JSON.stringify(rows)],
  )
}
