import { beforeAll, describe, expect, it } from 'vitest'
import { inNetwork } from '#db/client.ts'
import { mergeOrganisations } from '#server/crm/merge/merge-organisations.server.ts'
import { undoMerge } from '#server/crm/merge/undo-merge.server.ts'
import { publishOrganisation } from '#server/crm/organisation/publish-organisation.server.ts'
import { unpublishOrganisation } from '#server/crm/organisation/unpublish-organisation.server.ts'
import { updateOrganisation } from '#server/crm/organisation/update-organisation.server.ts'
import { findListingTies } from '#server/directory/tie/find-listing-ties.server.ts'
import {
  type Couple,
  sayListingTie,
  withdrawListingTie,
} from '#server/directory/tie/say-listing-tie.server.ts'
import { tellOtherNetwork } from '#server/directory/tie/tell-other-network.server.ts'
import type { TieList } from '#server/directory/tie/tie.ts'
import { listingTiesToSay } from '#server/directory/tie/ties-to-say.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { asRead } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let ours: StaffContext
let theirs: StaffContext
let third: StaffContext
const PAGE = '/so-cooperation/bureau/annuaire-national'

beforeAll(async () => {
  app = await startApp()
  ours = await staffOf(database.superuser, 'so-cooperation')
  theirs = await staffOf(database.superuser, 'occitanie-cooperation')
  third = await staffOf(database.superuser, 'gescod')
})

const counted = async (q: string) => {
  const { total, without_identifier, items } = await (
    await app.request(`/api/v1/organisations?q=${encodeURIComponent(q)}`)
  ).json()
  return {
    total,
    unidentified: without_identifier,
    networks: items.map((one: { networks: string[] }) => one.networks.length),
  }
}
const listed = async (ctx: StaffContext, list: TieList) =>
  (await findListingTies(ctx, list, 1)).ties.map((tie) => [tie.ours.name, tie.theirs.name, tie.state])
const seen = async (ctx: StaffContext, name: string) => {
  for (const list of ['toSay', 'waiting', 'joined', 'apart'] as const) {
    const tie = (await findListingTies(ctx, list, 1)).ties.find((one) => one.ours.name === name)
    if (tie) return tie.state
  }
  return null
}

/** The same name, but for its small words, at one postal code, in two networks. */
async function alike(name: string, more: Record<string, unknown> = {}) {
  const here = await aListing(ours, { name })
  const there = await aListing(theirs, { name: `Association ${name.toUpperCase()}`, ...more })
  const mine: Couple = { own: here.id, network: 'occitanie-cooperation', other: there.id }
  const yours: Couple = { own: there.id, network: 'so-cooperation', other: here.id }
  return { mine, yours, name }
}

describe('Two listings of one name and one postal code, without a number to tell', () => {
  it('are proposed to both networks and joined by neither alone', async () => {
    const { mine, yours, name } = await alike('Puits du Sahel')
    expect(await listed(ours, 'toSay')).toContainEqual([name, 'Association PUITS DU SAHEL', 'open'])
    expect(await counted(name)).toEqual({ total: 2, unidentified: 2, networks: [1, 1] })
    await sayListingTie(ours, mine, 'same')
    expect([await seen(ours, name), await seen(theirs, 'Association PUITS DU SAHEL')]).toEqual([
      'waiting',
      'asked',
    ])
    expect((await counted(name)).total).toBe(2)
    await sayListingTie(theirs, yours, 'same')
    expect([await seen(ours, name), await seen(theirs, 'Association PUITS DU SAHEL')]).toEqual([
      'joined',
      'joined',
    ])
    // One organisation, listed by two, and still without a number.
    expect(await counted(name)).toEqual({ total: 1, unidentified: 1, networks: [2] })
  })

  it('are two again as soon as either takes its word back, or takes its listing out', async () => {
    const { mine, yours, name } = await alike('Ponts du Niger')
    for (const [ctx, couple] of [
      [ours, mine],
      [theirs, yours],
    ] as const) {
      await sayListingTie(ours, mine, 'same')
      await sayListingTie(theirs, yours, 'same')
      expect((await counted(name)).total).toBe(1)
      await withdrawListingTie(ctx, couple)
      expect((await counted(name)).total).toBe(2)
    }
    await sayListingTie(theirs, yours, 'same')
    expect((await counted(name)).total).toBe(1)
    await unpublishOrganisation(theirs, yours.own)
    expect(await counted(name)).toEqual({ total: 1, unidentified: 1, networks: [1] })
    await publishOrganisation(theirs, yours.own)
    expect(await counted(name)).toEqual({ total: 1, unidentified: 1, networks: [2] })
  })

  it('stay one when what they say of themselves changes, and follow a record that is merged, and back', async () => {
    const { mine, yours, name } = await alike('Sources de Kara')
    await sayListingTie(ours, mine, 'same')
    await sayListingTie(theirs, yours, 'same')
    const versionOf = async (id: string) =>
      (await database.superuser.query('select version from organisation where id = $1', [id])).rows[0].version
    const again = anOrganisation({ name, description: 'Dite autrement.' })
    await updateOrganisation(ours, mine.own, await versionOf(mine.own), again)
    expect((await counted(name)).total).toBe(1)
    const kept = await aListing(ours, { name: 'Sources de Kara et alentours' })
    await mergeOrganisations(ours, kept.id, mine.own, {
      kept: 'left',
      choices: {},
      otherName: 'drop',
      memberships: {},
      versions: { left: await versionOf(kept.id), right: await versionOf(mine.own) },
    } as never)
    expect(await counted(name)).toEqual({ total: 1, unidentified: 1, networks: [2] })
    expect((await findListingTies(theirs, 'joined', 1)).ties.map((tie) => tie.theirs.id)).toContain(kept.id)
    const { rows } = await database.superuser.query(
      'select id from organisation_merge where merged_id = $1',
      [mine.own],
    )
    await undoMerge(ours, rows[0].id)
    expect((await findListingTies(theirs, 'joined', 1)).ties.map((tie) => tie.theirs.id)).toContain(mine.own)
    expect((await counted('Association SOURCES DE KARA')).networks).toContain(2)
  })

  it('said to be two are remembered, and proposed no more', async () => {
    const { mine, yours, name } = await alike('Graines de Casamance')
    await sayListingTie(ours, mine, 'different')
    expect([await seen(ours, name), await seen(theirs, 'Association GRAINES DE CASAMANCE')]).toEqual([
      'apart',
      'apart',
    ])
    await sayListingTie(theirs, yours, 'same')
    expect((await counted(name)).total).toBe(2)
  })

  it('are what their numbers say, whatever was confirmed', async () => {
    const { mine, yours, name } = await alike('Écoles du Fouta', { siren: '732829320' })
    await sayListingTie(ours, mine, 'same')
    await sayListingTie(theirs, yours, 'same')
    expect(await counted(name)).toEqual({ total: 1, unidentified: 0, networks: [2] })
    const { rows } = await database.superuser.query('select version from organisation where id = $1', [
      mine.own,
    ])
    await updateOrganisation(ours, mine.own, rows[0].version, anOrganisation({ name, siren: '552100554' }))
    expect((await counted(name)).total).toBe(2)
    expect((await findListingTies(ours, 'joined', 1)).ties.find((tie) => tie.ours.name === name)?.one).toBe(
      false,
    )
    await withdrawListingTie(ours, mine)
    await expect(sayListingTie(ours, mine, 'same')).rejects.toMatchObject({
      code: 'directory.identifiers_differ',
    })
  })

  it('of two towns, of one network, or hidden from other networks, are not proposed', async () => {
    await aListing(ours, { name: 'Ailleurs du Mono', insee: '33063' })
    await aListing(theirs, { name: 'Ailleurs du Mono' })
    await aListing(ours, { name: 'Deux fois ici' })
    await aListing(ours, { name: 'Deux fois ici' })
    await aListing(ours, { name: 'Discrète du Mono', shownToNetworks: false })
    await aListing(theirs, { name: 'Discrète du Mono' })
    const names = (await listed(ours, 'toSay')).map(([name]) => name)
    for (const name of ['Ailleurs du Mono', 'Deux fois ici', 'Discrète du Mono'])
      expect(names).not.toContain(name)
  })
})

describe('The page of the national directory, in the bureau', () => {
  it('shows them side by side, takes the answer, and tells the other network, where it awaits somebody', async () => {
    const { mine, name } = await alike('Cantines du Bénin')
    const headers = { cookie: await signedIn(app, ours.account) }
    const page = asRead(await (await app.request(PAGE, { headers })).text())
    for (const text of [
      name,
      'Association CANTINES DU BÉNIN',
      'C’est la même structure',
      'Ce n’est pas la même',
    ])
      expect(page).toContain(text)
    const fields = { ours: mine.own, network: mine.network, theirs: mine.other }
    const sent = await app.request(PAGE, {
      method: 'POST',
      headers,
      body: form({ ...fields, intent: 'same' }),
    })
    expect([sent.status, sent.headers.get('location')]).toEqual([302, `${PAGE}?fait=same`])
    const { rows } = await database.superuser.query<{ data: never }>(
      `select data from pgboss.job where name = $1 order by created_on desc limit 1`,
      [tellOtherNetwork.name],
    )
    await tellOtherNetwork.run(rows[0]!.data, 'job')
    const told = await app.request('/occitanie-cooperation/bureau/annuaire-national', {
      headers: { cookie: await signedIn(app, theirs.account) },
    })
    expect(asRead(await told.text())).toContain('SO Coopération dit que c’est la même')
    const { rows: notices } = await database.superuser.query(
      `select path from notification where network_id = $1 and account_id = $2 and kind = 'directory.tie_asked'`,
      [theirs.network.id, theirs.account.id],
    )
    expect(notices).toEqual([{ path: '/occitanie-cooperation/bureau/annuaire-national?vue=toSay' }])
    const todo = await inNetwork(theirs, (tx) => listingTiesToSay.find(tx, theirs, 50))
    expect(todo.lines[0]).toMatchObject({ kind: 'listing_asked' })
    expect(todo.lines.map(({ title }) => title)).toContain('Association CANTINES DU BÉNIN')
  })

  it('tells of another network what it publishes, and no number', async () => {
    await alike('Numéros tus', { siren: '542065479' })
    const page = JSON.stringify(await findListingTies(ours, 'toSay', 1))
    expect(page).toContain('NUMÉROS TUS')
    expect(page).not.toContain('542065479')
  })

  it('is answered by the two networks alone, each for itself, and not by an intern', async () => {
    const { mine, yours } = await alike('Murs mitoyens')
    await sayListingTie(ours, mine, 'same')
    for (const couple of [mine, yours, { ...mine, own: mine.other, other: mine.own }])
      await expect(sayListingTie(third, couple, 'same')).rejects.toMatchObject({ status: 404 })
    const unlike = await aListing(third, { name: 'Sans rapport' })
    await expect(
      sayListingTie(ours, { own: mine.own, network: 'gescod', other: unlike.id }, 'same'),
    ).rejects.toMatchObject({ status: 404 })
    // One end does not speak for the other, by an act or by SQL.
    await expect(sayListingTie(ours, yours, 'same')).rejects.toMatchObject({ status: 404 })
    const touched = await inNetwork(theirs, (tx) =>
      tx.execute(`update listing_tie set answer = 'different' where organisation_id = '${mine.own}'`),
    )
    expect(touched.rowCount).toBe(0)
    expect((await counted('Murs mitoyens')).total).toBe(2)
    const intern = { ...ours, grants: ours.grants.map((grant) => ({ ...grant, profile: 'intern' as const })) }
    await expect(sayListingTie(intern, mine, 'different')).rejects.toMatchObject({ status: 403 })
  })
})
