import type { Client } from 'pg'
import { publishDispositif } from '#server/dispositifs/dispositif/publish-dispositif.server.ts'
import { publishSession } from '#server/dispositifs/session/publish-session.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { aDispositif } from './dispositifs.ts'
import { decoded } from './html-elements.ts'
import { form, type TestApp } from './http.ts'
import { mailsTo } from './mails.ts'
import { fillIn, type forwardClock } from './public-form.ts'

const both = (fr: string, en: string) => ({ fr, en })
const source = { text: 'Règlement de l’appel' }

/** Short enough to be read in a test, with what matters: a title, two texts, an amount and a document. */
export const HOLDER_FORM = {
  sections: [
    {
      key: 'project',
      title: both('Le projet', 'The project'),
      fields: [
        { key: 'title', type: 'title', label: both('Titre', 'Title'), required: true, fact: 'title' },
        { key: 'story', type: 'long_text', label: both('Récit', 'Story'), required: true },
        { key: 'hopes', type: 'long_text', label: both('Espoirs', 'Hopes') },
        {
          key: 'requested',
          type: 'money',
          label: both('Demande', 'Request'),
          required: true,
          fact: 'requested',
        },
        { key: 'statutes', type: 'file', label: both('Statuts', 'Articles'), fact: 'document', max: 2 },
        {
          ...{ key: 'contact_email', type: 'email', label: both('Adresse', 'Address'), required: true },
          identifies: true,
        },
      ],
    },
  ],
}

type Given = {
  documents?: boolean
  closesAt?: string
  opensAt?: string
  steps?: string[]
  intake?: 'here' | 'elsewhere'
}

/** A published call whose files come here, open for a month, with a ceiling of 5 000 €. */
export async function aHolderCall(superuser: Client, staff: StaffContext, given: Given = {}) {
  const day = 86_400_000
  const made = await aDispositif(superuser, staff.network.id, {
    ...{ intake: given.intake ?? 'here', intakeUrl: null, name: 'Incubateur d’essai' },
    rules: [
      {
        ...{ key: 'ceiling', kind: 'amount_ceiling', maxCents: 500_000, source },
        why: both('L’enveloppe est petite.', 'The envelope is small.'),
      },
      ...(given.documents
        ? [
            {
              ...{ key: 'papers', kind: 'documents' as const, source },
              documents: [{ key: 'statutes', label: both('Statuts', 'Articles') }],
              why: both('Ils disent qui porte.', 'They say who runs it.'),
            },
          ]
        : []),
    ],
    call: {
      opensAt: given.opensAt ?? new Date(Date.now() - 10 * day).toISOString(),
      closesAt: given.closesAt ?? new Date(Date.now() + 30 * day).toISOString(),
      ...{ year: new Date().getFullYear(), steps: given.steps ?? ['instruction'] },
    },
  })
  await askWith(superuser, made.formId, HOLDER_FORM)
  await publishSession(staff, made.session, 1)
  await publishDispositif(staff, made.id, 1)
  return made
}

/** Another form in the place of one that is published already. */
export async function askWith(superuser: Client, formId: string, content: object) {
  await superuser.query('alter table dispositif_revision disable trigger published_stays')
  await superuser.query('update dispositif_revision set content = $1 where id = $2', [
    JSON.stringify(content),
    formId,
  ])
  await superuser.query('alter table dispositif_revision enable trigger published_stays')
}

type At = { app: TestApp; clock: ReturnType<typeof forwardClock>; superuser: Client; network: string }

let people = 0
/** Whoever begins from the public page: their address, their cookie and the path of their draft. */
export async function aBeginner(
  { app, clock, superuser, network }: At,
  slug: string,
  more: Record<string, string> = {},
) {
  people += 1
  const email = more.email ?? `porteuse${people}.${Math.random().toString(36).slice(2, 8)}@essai.example`
  const asked = await fillIn(app, clock, `/${network}/dispositifs/${slug}/deposer`, {
    ...{ email, name: 'Dominique Essai', organisation: `Porteuse d’essai ${people}`, kind: 'association' },
    ...more,
  })
  if (asked.status !== 200) throw new Error(`asked: ${asked.status} ${(await asked.text()).slice(0, 3000)}`)
  const link = (await mailsTo(superuser, email)).at(-1)!.link
  const opened = await app.request(link, { method: 'POST', body: form({}) })
  if (opened.status !== 302)
    throw new Error(`opened: ${opened.status} ${(await opened.text()).slice(0, 3000)}`)
  const cookie = opened.headers.get('set-cookie')!.split(';')[0]!
  const home = opened.headers.get('location')!.replace('/remplir', '')
  return { email, cookie, home, id: home.split('/').at(-1)!, link }
}

/** What a page knows of each answer, which a browser sends back with the form. */
export const basesOfPage = (html: string): string =>
  decoded(html.match(/<input[^>]*name="bases"[^>]*value="([^"]*)"/)?.[1] ?? '{}')

export const basesIn = async (app: TestApp, home: string, cookie: string): Promise<string> =>
  basesOfPage(await (await app.request(`${home}/remplir`, { headers: { cookie } })).text())

export const WHOLE = {
  'f.title': 'Un potager à Ouidah',
  'f.story': 'Des lycéens cultivent ensemble.',
  'f.requested': '4 000',
  'f.contact_email': 'contact@essai.example',
}
