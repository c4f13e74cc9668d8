import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookForProof } from '#server/portal/host/host-proof.server.ts'
import { recheckHosts } from '#server/portal/jobs/recheck-hosts.server.ts'
import { baseOf, originOf } from '#server/portal/public.ts'
import { type DnsStandIn, startDns } from '#tests/doubles/dns/dns-server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aPerson, PASSWORD } from '#tests/support/people.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const HOST = 'www.so-essai.org'
const SITE = '/so-cooperation/bureau/site'
let app: TestApp
let dns: DnsStandIn
let cookie: string
let networkId: number
let email: string
let slug: string

beforeAll(async () => {
  app = await startApp()
  dns = await startDns()
  process.env.DNS_SERVER = dns.address
  const admin = await aPerson(database.superuser, { 'so-cooperation': 'admin' })
  email = admin.email
  cookie = await signedIn(app, admin)
  const staff = await staffOf(database.superuser, 'so-cooperation')
  networkId = staff.network.id
  slug = (await aListing(staff)).slug
})
afterAll(async () => {
  delete process.env.DNS_SERVER
  await dns.close()
})

const send = (fields: Record<string, string>) =>
  app.request(SITE, { method: 'POST', body: form(fields), headers: { cookie } })
const at = (path: string, init: RequestInit = {}) =>
  app.request(path, { ...init, headers: { ...init.headers, host: HOST } })
const tokenOf = async () => {
  const { rows } = await database.superuser.query('select token from network_host where host = $1', [HOST])
  return rows[0].token as string
}

describe('A host that is declared', () => {
  it.each([
    'localhost',
    '127.0.0.1',
    '[::1]',
    '10.1.2.3',
    '169.254.169.254',
    '2130706433',
    '0x7f000001',
    'machine.internal',
    'imprimante.local',
    'maillage.test',
    'autre.maillage.test',
    'sans-point',
    'a b.org',
    '-a.org',
    '',
  ])('is refused when it is not a public name of somebody else: %s', async (host) => {
    const answer = await send({ intent: 'adresse-declarer', adresse: host })
    expect(answer.status).toBe(422)
    const { rows } = await database.superuser.query('select 1 from network_host')
    expect(rows).toEqual([])
  })

  it('changes nothing until its record is found', async () => {
    expect((await send({ intent: 'adresse-declarer', adresse: `https://${HOST}/` })).status).toBe(302)
    expect((await send({ intent: 'adresse-verifier', adresse: HOST })).status).toBe(422)
    dns.records.set(`_maillage.${HOST}`, ['maillage=autre'])
    expect((await send({ intent: 'adresse-verifier', adresse: HOST })).status).toBe(422)
    expect(await originOf(networkId)).toBe('http://maillage.test')
    expect(await (await at('/')).text()).toContain('près de chez vous')
    dns.records.set(`_maillage.${HOST}`, ['v=spf1', `maillage=${await tokenOf()}`])
    expect((await send({ intent: 'adresse-verifier', adresse: HOST })).status).toBe(302)
    expect(await originOf(networkId)).toBe(`http://${HOST}`)
    expect(await baseOf(networkId)).toBe(`http://${HOST}`)
  })
})

describe('At its own host, a network', () => {
  it('is at the root, its pages without its name, its canonical addresses there', async () => {
    const home = await (await at('/')).text()
    expect(home).toContain('<h1>SO Coopération</h1>')
    expect(home).toContain(`<link rel="canonical" href="http://${HOST}"`)
    expect(home).not.toMatch(/(href|action)="\/so-cooperation/)
    expect(home).not.toContain('<script type="module"')
    const listing = await at(`/annuaire/${slug}`)
    expect(listing.status).toBe(200)
    expect(await listing.text()).toContain(`href="http://${HOST}/annuaire/${slug}"`)
    expect((await at('/equipe')).status).toBe(200)
    const map = await (await at('/sitemap.xml')).text()
    expect(map).toContain(`<loc>http://${HOST}/annuaire/${slug}</loc>`)
  })

  it('draws its maps from its own address: no browser takes an outline from another one', async () => {
    const html = await (await at('/annuaire/statistiques')).text()
    expect(html).toContain('href="/contours/departements.svg')
    const outlines = html.match(/href="(\/contours\/departements\.svg\?v=\w+)#/)?.[1] ?? ''
    expect((await at(outlines)).headers.get('content-type')).toContain('image/svg+xml')
    expect((await at('/embed/cadre.js')).headers.get('content-type')).toContain('text/javascript')
    expect((await at('/embed/annuaire')).status).toBe(200)
  })

  it('leads from its long addresses to the short ones', async () => {
    const answer = await at('/so-cooperation/annuaire?q=eau')
    expect(answer.status).toBe(308)
    expect(answer.headers.get('location')).toBe('/annuaire?q=eau')
    expect((await at('/so-cooperation//evil.example')).headers.get('location')).toBe('/evil.example')
  })

  it('shows no page of another network', async () => {
    for (const path of [
      '/resacoop',
      '/resacoop/annuaire',
      '/cirrma',
      '/resacoop.data',
      '/api/v1/resacoop/organisations',
    ])
      expect((await at(path)).status, path).toBe(404)
  })

  it('signs its people in, from its own pages only', async () => {
    const body = () => form({ email, password: PASSWORD, retour: '/so-cooperation/bureau' })
    const answer = await at('/connexion', {
      method: 'POST',
      body: body(),
      headers: { origin: `http://${HOST}` },
    })
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe('/bureau')
    for (const origin of [
      'http://maillage.test',
      'https://evil.example',
      `http://autre.${HOST}`,
      `https://${HOST}`,
      'null',
    ])
      expect(
        (await at('/connexion', { method: 'POST', body: body(), headers: { origin } })).status,
        origin,
      ).toBe(403)
    const own = { host: 'maillage.test', origin: `http://${HOST}` }
    expect((await app.request('/connexion', { method: 'POST', body: body(), headers: own })).status).toBe(403)
  })

  it('stays while the resolver is silent, and is closed the night its record is gone', async () => {
    process.env.DNS_SERVER = '127.0.0.1:1'
    expect(await lookForProof(HOST, 'x')).toBe('unknown')
    await recheckHosts.run()
    expect(await originOf(networkId)).toBe(`http://${HOST}`)
    process.env.DNS_SERVER = dns.address
    await recheckHosts.run()
    expect(await originOf(networkId)).toBe(`http://${HOST}`)
    dns.records.clear()
    await recheckHosts.run()
    expect(await originOf(networkId)).toBe('http://maillage.test')
    expect(await (await at('/')).text()).toContain('près de chez vous')
  })
})
