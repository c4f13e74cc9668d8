import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { configureFiles } from '#server/kernel/files/files.server.ts'
import { purgeDeletedFiles } from '#server/kernel/files/purge-files.server.ts'
import { scanWaitingFiles } from '#server/kernel/files/scan-files.server.ts'
import { signedLink } from '#server/kernel/files/signed-link.server.ts'
import { activeNetwork } from '#server/kernel/networks.ts'
import { useDatabase } from '#tests/support/database.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { memoryFiles } from '#tests/support/memory-files.ts'
import { aListing, staffOf } from '#tests/support/published.ts'
import { PDF, picture } from '#tests/support/sample-files.ts'

const database = useDatabase()
const store = memoryFiles()
let app: TestApp
let staff: StaffContext
let cookie: string
let elsewhere: string
let record: string

beforeAll(async () => {
  app = await startApp()
  configureFiles(store)
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  elsewhere = await signedIn(app, (await staffOf(database.superuser, 'gescod')).account)
  record = `/so-cooperation/bureau/structures/${(await aListing(staff)).id}`
})

const send = (name: string, bytes: Uint8Array, as = cookie) => {
  const body = new FormData()
  body.set('fichier', new File([bytes as Uint8Array<ArrayBuffer>], name))
  return app.request(`${record}/pieces`, { method: 'POST', body, headers: { cookie: as } })
}
const get = (path: string, as = cookie) => app.request(path, { headers: as ? { cookie: as } : {} })
const pageOf = async () => (await get(record)).text()
const linkTo = async (name: string) => {
  const html = await pageOf()
  return html.match(new RegExp(`href="(/so-cooperation/fichiers/[0-9a-f-]+)">${name}<`))?.[1]
}

describe('A document sent to a record', () => {
  it('is found on the record, opens as what it is, and nothing of it can run', async () => {
    const answer = await send('Statuts signés.pdf', PDF)
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe(`${record}?fait=piece_jointe#pieces`)
    const { headers, status } = await get((await linkTo('Statuts signés.pdf'))!)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/pdf')
    expect(headers.get('content-disposition')).toContain(`inline; filename="Statuts sign_s.pdf"`)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('cache-control')).toContain('no-store')
    await send('liste.csv', Buffer.from('a;b\n1;2'))
    const csv = await get((await linkTo('liste.csv'))!)
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(csv.headers.get('content-security-policy')).toContain('sandbox')
    expect(await pageOf()).toContain('Pièce jointe par')
  })

  it.each([
    ['dessin.svg', Buffer.from('<svg onload="alert(1)"/>'), 'Une page web ou un dessin SVG'],
    ['rapport.pdf', Buffer.from('MZ\0\0'), 'Ce type de fichier'],
    ['photo.png', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'abîmée'],
  ])('is refused at the field in a sentence, and nothing is kept: %s', async (name, bytes, sentence) => {
    const before = store.kept.size
    const answer = await send(name, bytes)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(sentence)
    expect(html).toContain('aria-invalid="true"')
    expect(store.kept.size).toBe(before)
  })

  it('may be larger than any other form, sent by the page with script or without', async () => {
    for (const path of [`${record}/pieces`, `${record}/pieces.data`]) {
      const body = new FormData()
      body.set('fichier', new File([Buffer.alloc(3 * 1024 * 1024, 'a')], 'long.txt'))
      const answer = await app.request(path, { method: 'POST', body, headers: { cookie } })
      expect([202, 302]).toContain(answer.status)
      const elsewhere = await app.request(record, { method: 'POST', body, headers: { cookie } })
      expect(elsewhere.status).toBe(413)
    }
  })

  it('is refused beyond 10 MB in a sentence, and beyond what is read at all with 413', async () => {
    const large = await send('grand.txt', Buffer.alloc(10.5 * 1024 * 1024, 'a'))
    expect(large.status).toBe(413)
    expect(await large.text()).toContain('dépasse 10 Mo')
    expect((await send('immense.txt', Buffer.alloc(12 * 1024 * 1024, 'a'))).status).toBe(413)
  })

  it('is refused when the form is empty or broken', async () => {
    const empty = await app.request(`${record}/pieces`, {
      method: 'POST',
      body: new FormData(),
      headers: { cookie },
    })
    expect(empty.status).toBe(422)
    const headers = { cookie, 'content-type': 'multipart/form-data; boundary=x' }
    const broken = await app.request(`${record}/pieces`, { method: 'POST', body: '--x\r\nnope', headers })
    expect(broken.status).toBe(400)
  })

  it('goes when it is removed, and its bytes with the next purge', async () => {
    await send('photo.png', await picture('png'))
    const link = (await linkTo('photo.png'))!
    const id = link.split('/').at(-1)!
    const body = new FormData()
    body.set('retirer', id)
    const { headers } = await app.request(`${record}/pieces`, { method: 'POST', body, headers: { cookie } })
    expect(headers.get('location')).toContain('piece_retiree')
    expect((await get(link)).status).toBe(404)
    const held = store.kept.size
    await purgeDeletedFiles({ now: () => new Date(Date.now() + 2 * 3600_000) })
    expect(store.kept.size).toBe(held - 1)
  })

  it('whose record does not exist leaves nothing that stays', async () => {
    const missing = record.replace(/[0-9a-f-]{36}$/, '00000000-0000-7000-8000-000000000000')
    const body = new FormData()
    body.set('fichier', new File([PDF], 'a.pdf'))
    const { status } = await app.request(`${missing}/pieces`, { method: 'POST', body, headers: { cookie } })
    expect(status).toBe(404)
  })

  it('whose keeping stops between the bytes and the row is swept', async () => {
    const { storeFile } = await import('#server/kernel/files/store-file.server.ts')
    const held = store.kept.size
    const owner = { ownerType: 'organisation', ownerId: record.split('/').at(-1)! }
    const cut = storeFile(staff, { ...owner, upload: { name: 'a.pdf', bytes: PDF } }, async () => {
      throw new Error('cut')
    })
    await expect(cut).rejects.toThrow('cut')
    expect(store.kept.size).toBe(held + 1)
    await purgeDeletedFiles({ now: () => new Date(Date.now() + 2 * 3600_000) })
    expect(store.kept.size).toBe(held)
  })
})

describe('A private file', () => {
  it('is asked by a stranger with the answer of one that never was', async () => {
    await send('secret.pdf', PDF)
    const link = (await linkTo('secret.pdf'))!
    const never = '/so-cooperation/fichiers/00000000-0000-7000-8000-000000000000'
    for (const as of [elsewhere, cookie]) {
      const other = link.replace('so-cooperation', 'gescod')
      const [one, two] = await Promise.all([get(as === elsewhere ? link : other, as), get(never, as)])
      expect(one.status).toBe(404)
      expect(await one.text()).toBe(await two.text())
    }
    const [one, two] = await Promise.all([get(link, ''), get(never, '')])
    expect([one.status, two.status]).toEqual([302, 302])
  })

  it('opens by a signed link until it expires, and by no link that was touched', async () => {
    await send('partage.pdf', PDF)
    const path = (await linkTo('partage.pdf'))!
    const id = path.split('/').at(-1)!
    const at = (shift: number) => ({ ...staff, clock: { now: () => new Date(Date.now() + shift) } })
    const link = signedLink(at(0), id, 60)
    expect((await get(link, '')).status).toBe(200)
    const until = Number(new URL(link, 'http://x').searchParams.get('jusque'))
    const touched = [
      link.replace(/signe=./, (start) => `signe=${start.endsWith('A') ? 'B' : 'A'}`),
      link.replace(String(until), String(until + 3600)),
      link.replace(/&signe=.*/, ''),
      link.replace(/signe=.*/, 'signe='),
      link.replace('/so-cooperation/', '/gescod/'),
      signedLink(at(-2 * 3600_000), id, 60),
      signedLink({ ...staff, network: activeNetwork('gescod')! }, id, 60).replace('gescod', 'so-cooperation'),
    ]
    for (const address of touched) expect((await get(address, '')).status, address).toBe(302)
    expect((await get(touched[0]!, elsewhere)).status).toBe(404)
  })

  it('the antivirus has not seen is for its sender alone until it has', async () => {
    let answer: 'not_scanned' | 'clean' | 'infected' = 'not_scanned'
    configureFiles({ ...store, scan: async () => answer })
    const colleague = await signedIn(app, (await staffOf(database.superuser, 'so-cooperation')).account)
    await send('attente.pdf', PDF)
    const link = (await linkTo('attente.pdf'))!
    expect((await get(link)).status).toBe(200)
    expect((await get(link, colleague)).status).toBe(404)
    answer = 'clean'
    await scanWaitingFiles()
    expect((await get(link, colleague)).status).toBe(200)
    answer = 'infected'
    const refused = await send('virus.pdf', PDF)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('programme dangereux')
    configureFiles(store)
  })
})
