import { beforeAll, describe, expect, it } from 'vitest'
import { findMerges } from '#server/crm/merge/find-merges.server.ts'
import { getPair } from '#server/crm/merge/get-pair.server.ts'
import { mergeInput } from '#server/crm/merge/merge.schema.ts'
import { mergeOrganisations } from '#server/crm/merge/merge-organisations.server.ts'
import { undoMerge } from '#server/crm/merge/undo-merge.server.ts'
import { unpublishOrganisation } from '#server/crm/organisation/unpublish-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { getProject } from '#server/projects/project/get-project.server.ts'
import { updateProject } from '#server/projects/project/update-project.server.ts'
import { answerTie } from '#server/projects/tie/answer-tie.server.ts'
import { findAskedTies } from '#server/projects/tie/find-asked-ties.server.ts'
import { findTies } from '#server/projects/tie/find-ties.server.ts'
import { proposeTie } from '#server/projects/tie/propose-tie.server.ts'
import { withdrawTie } from '#server/projects/tie/withdraw-tie.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aProject, aProjectInput, aPublishedProject } from '#tests/support/projects.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
/** Keeps the project; its organisation holds it too; a third that is neither. */
let ours: StaffContext
let theirs: StaffContext
let third: StaffContext
let holder: string
let other: Awaited<ReturnType<typeof aListing>>

beforeAll(async () => {
  app = await startApp()
  ours = await staffOf(database.superuser, 'so-cooperation')
  theirs = await staffOf(database.superuser, 'occitanie-cooperation')
  third = await staffOf(database.superuser, 'gescod')
  holder = (await aListing(ours, { name: 'Métropole de la Garonne' })).id
  other = await aListing(theirs, { name: 'Association du Wouri' })
})

type List = { total: number; items: { title: string; networks: string[]; holders: { name: string }[] }[] }
const listOf = async (path: string): Promise<List> => (await app.request(`/api/v1${path}`)).json()
const shown = async (network: string, title: string) =>
  (await listOf(`/${network}/projects?per_page=100`)).items.some((one) => one.title === title)

async function tied(title: string) {
  const project = await aPublishedProject(ours, { holders: [holder], title })
  const tie = await proposeTie(ours, project.id, { network: other.network, slug: other.slug })
  return { ...project, tie: tie.id }
}

describe('A project held across two networks', () => {
  it('shows in the other network once it confirms, names its organisation, and counts once nationally', async () => {
    const { id, slug, tie } = await tied('Douala respire')
    expect(await shown('occitanie-cooperation', 'Douala respire')).toBe(false)
    expect((await findAskedTies(theirs))[0]).toMatchObject({
      id: tie,
      state: 'proposed',
      title: 'Douala respire',
    })
    const cookie = await signedIn(app, theirs.account)
    const headers = { cookie }
    const desk = '/occitanie-cooperation/bureau/projets/liens'
    expect(decoded(await (await app.request(desk, { headers })).text())).toContain('Douala respire')
    const body = form({ lien: tie, intent: 'confirmer' })
    expect((await app.request(desk, { method: 'POST', body, headers })).status).toBe(302)
    for (const network of ['so-cooperation', 'occitanie-cooperation'])
      expect(await shown(network, 'Douala respire'), network).toBe(true)
    expect(await shown('gescod', 'Douala respire')).toBe(false)
    const national = await listOf('/projects?q=douala')
    expect(national.total).toBe(1)
    expect(national.items[0]!.networks).toEqual(['so-cooperation', 'occitanie-cooperation'])
    expect(national.items[0]!.holders.map(({ name }) => name)).toEqual([
      'Métropole de la Garonne',
      'Association du Wouri',
    ])
    // Found by the name of either organisation, and at one address.
    expect((await listOf('/occitanie-cooperation/projects?q=wouri')).total).toBe(1)
    const moved = await app.request(`/occitanie-cooperation/projets/${slug}`)
    expect(moved.headers.get('location')).toBe(`/so-cooperation/projets/${slug}`)
    expect(await findTies(ours, id)).toMatchObject([{ state: 'confirmed' }])
  })

  it('is called at the other end what it is called now: a place that left its title is told to nobody', async () => {
    const { id } = await tied('Puits de Kpalimé')
    const { version } = await getProject(ours, id)
    const input = { holders: [holder], title: 'Puits', place: 'Kpalimé', countryOnly: true }
    await updateProject(ours, id, version, aProjectInput(input))
    const asked = await findAskedTies(theirs)
    expect(asked.map(({ title }) => title)).toContain('Puits')
    expect(JSON.stringify(asked)).not.toContain('Kpalimé')
  })

  it('is shown by neither end alone: refused, revoked or withdrawn, it leaves at once', async () => {
    const refused = await tied('Refusé')
    await answerTie(theirs, refused.tie, 'refused', 'Ce n’est pas le nôtre')
    expect(await shown('occitanie-cooperation', 'Refusé')).toBe(false)
    expect(await findTies(ours, refused.id)).toMatchObject([
      { state: 'refused', reason: 'Ce n’est pas le nôtre' },
    ])

    const revoked = await tied('Repris')
    await answerTie(theirs, revoked.tie, 'confirmed')
    expect(await shown('occitanie-cooperation', 'Repris')).toBe(true)
    await answerTie(theirs, revoked.tie, 'revoked')
    expect(await shown('occitanie-cooperation', 'Repris')).toBe(false)

    const withdrawn = await tied('Retiré')
    await answerTie(theirs, withdrawn.tie, 'confirmed')
    await withdrawTie(ours, withdrawn.id, withdrawn.tie)
    expect(await shown('occitanie-cooperation', 'Retiré')).toBe(false)
    expect(await shown('so-cooperation', 'Retiré')).toBe(true)
  })

  it('names elsewhere only the organisations that agreed to be shown there', async () => {
    const discreet = await aListing(theirs, { name: 'Cercle discret', shownToNetworks: false })
    await expect(
      proposeTie(ours, (await aPublishedProject(ours, { holders: [holder] })).id, {
        network: discreet.network,
        slug: discreet.slug,
      }),
    ).rejects.toMatchObject({ details: { field: 'tie' } })
    const title = 'Sobriété partagée'
    const { slug } = await aPublishedProject(theirs, { holders: [discreet.id], title })
    const own = await (await app.request(`/api/v1/occitanie-cooperation/projects/${slug}`)).text()
    expect(own).toContain('Cercle discret')
    for (const path of ['/projects?q=sobriete', '/projects.csv?q=sobriete'])
      expect(await (await app.request(`/api/v1${path}`)).text(), path).not.toContain('Cercle discret')
    expect((await listOf('/projects?q=sobriete')).total).toBe(1)
    expect((await listOf('/projects?q=cercle+discret')).total).toBe(0)
  })

  it('follows the listing it is tied by', async () => {
    const fading = await aListing(theirs, { name: 'Association qui se retire' })
    const project = await aPublishedProject(ours, { holders: [holder], title: 'Lié un temps' })
    const { id } = await proposeTie(ours, project.id, { network: fading.network, slug: fading.slug })
    await answerTie(theirs, id, 'confirmed')
    expect(await shown('occitanie-cooperation', 'Lié un temps')).toBe(true)
    await unpublishOrganisation(theirs, fading.id)
    expect(await shown('occitanie-cooperation', 'Lié un temps')).toBe(false)
  })

  it('is answered for the record that stands for one merged since', async () => {
    const gone = await aListing(theirs, { name: 'Association doublon' })
    const project = await aPublishedProject(ours, { holders: [holder], title: 'Lié à un doublon' })
    const { id } = await proposeTie(ours, project.id, { network: gone.network, slug: gone.slug })
    const { left, right } = await getPair(theirs, other.id, gone.id)
    const versions = { left: left.version, right: right.version }
    const merge = mergeInput.parse({ kept: 'left', choices: {}, versions })
    await mergeOrganisations(theirs, other.id, gone.id, merge)
    await answerTie(theirs, id, 'confirmed')
    expect(await shown('occitanie-cooperation', 'Lié à un doublon')).toBe(true)
    const { rows } = await database.superuser.query(
      'select organisation_id as id from project_tie_answer where id = $1',
      [id],
    )
    expect(rows).toEqual([{ id: other.id }])
  })

  it('names, at both ends, the record that stands for one merged since, and is not proposed to it twice', async () => {
    const kept = await aListing(theirs, { name: 'Union du Nyong' })
    const gone = await aListing(theirs, { name: 'Union du Nyong et du Mbam' })
    const project = await aPublishedProject(ours, { holders: [holder], title: 'Deux fiches' })
    const { id } = await proposeTie(ours, project.id, { network: gone.network, slug: gone.slug })
    const named = async () => [
      (await findTies(ours, project.id)).map(({ organisationId, organisation }) => [
        organisationId,
        organisation,
      ]),
      (await findAskedTies(theirs))
        .filter((tie) => tie.id === id)
        .map(({ organisationId }) => organisationId),
    ]
    const { left, right } = await getPair(theirs, kept.id, gone.id)
    const versions = { left: left.version, right: right.version }
    await mergeOrganisations(
      theirs,
      kept.id,
      gone.id,
      mergeInput.parse({ kept: 'left', choices: {}, versions }),
    )
    expect(await named()).toEqual([[[kept.id, 'Union du Nyong']], [kept.id]])
    await expect(
      proposeTie(ours, project.id, { network: kept.network, slug: kept.slug }),
    ).rejects.toMatchObject({ details: { fault: 'tied_already' } })
    const { merges } = await findMerges(theirs, 1)
    await undoMerge(theirs, merges[0]!.id)
    expect(await named()).toEqual([[[gone.id, 'Union du Nyong et du Mbam']], [gone.id]])
  })

  it('tells the other network a draft’s title and holder, and nothing else of it', async () => {
    const { id } = await aProject(ours, { holders: [holder], title: 'Brouillon lié', body: 'confidentiel7' })
    await proposeTie(ours, id, { network: other.network, slug: other.slug })
    const asked = await findAskedTies(theirs)
    expect(JSON.stringify(asked)).toContain('Brouillon lié')
    expect(JSON.stringify(asked)).not.toContain('confidentiel7')
    expect(await shown('occitanie-cooperation', 'Brouillon lié')).toBe(false)
  })
})

describe('The walls around a tie', () => {
  const refusal = { status: 404 }

  it('a third network neither sees it nor answers it, and neither end does what is the other’s', async () => {
    const { id, tie } = await tied('Entre nous')
    expect(await findAskedTies(third)).toEqual([])
    await expect(answerTie(third, tie, 'confirmed')).rejects.toMatchObject(refusal)
    // Who proposes cannot confirm for the other, and who is asked cannot withdraw for the first.
    await expect(answerTie(ours, tie, 'confirmed')).rejects.toMatchObject(refusal)
    await expect(withdrawTie(theirs, id, tie)).rejects.toMatchObject(refusal)
    expect(await shown('occitanie-cooperation', 'Entre nous')).toBe(false)
  })

  it('by SQL each network reads what it is told, and writes its own end alone', async () => {
    const { tie } = await tied('Murs')
    const as = async (ctx: StaffContext, statement: string, values: unknown[]) => {
      const { default: pg } = await import('pg')
      const client = new pg.Client(database.urls.app)
      await client.connect()
      try {
        await client.query('begin')
        await client.query(`select set_config('app.network_id', $1, true)`, [String(ctx.network.id)])
        return (await client.query(statement, values)).rowCount
      } finally {
        await client.query('rollback')
        await client.end()
      }
    }
    const reading = 'select 1 from project_tie where id = $1'
    expect(await as(ours, reading, [tie])).toBe(1)
    expect(await as(theirs, reading, [tie])).toBe(1)
    expect(await as(third, reading, [tie])).toBe(0)
    for (const write of [
      `update project_tie set organisation_name = 'x' where id = $1`,
      'delete from project_tie where id = $1',
    ])
      expect(await as(theirs, write, [tie]), write).toBe(0)
    // An answer forged by the network that asks is refused by the policy; one in its own name confirms nothing.
    const forged = `insert into project_tie_answer
      (network_id, id, asking_network_id, organisation_id, answer, answered_at) values ($1, $2, $3, $4, 'confirmed', now())`
    await expect(as(ours, forged, [theirs.network.id, tie, ours.network.id, other.id])).rejects.toThrow(
      /row-level security/,
    )
    await answerTie(theirs, tie, 'confirmed')
    const answers = 'select 1 from project_tie_answer where id = $1'
    expect(await as(ours, answers, [tie])).toBe(1)
    expect(await as(third, answers, [tie])).toBe(0)
    expect(await as(ours, `update project_tie_answer set answer = 'refused' where id = $1`, [tie])).toBe(0)
  })

  it('an intern ties nothing, and an organisation nobody lists is not tied', async () => {
    const { id } = await aPublishedProject(ours, { holders: [holder], title: 'Sans droit' })
    const intern = { ...ours, grants: ours.grants.map((grant) => ({ ...grant, profile: 'intern' as const })) }
    const listing = { network: other.network, slug: other.slug }
    await expect(proposeTie(intern, id, listing)).rejects.toMatchObject({ status: 403 })
    for (const unknown of [
      { network: 'occitanie-cooperation', slug: 'nulle-part' },
      { network: 'so-cooperation', slug: 'metropole-de-la-garonne' },
    ])
      await expect(proposeTie(ours, id, unknown)).rejects.toMatchObject({ details: { fault: 'tie_unknown' } })
  })
})
