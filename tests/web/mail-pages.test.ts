import { beforeAll, describe, expect, it } from 'vitest'
import { inNetwork, publicDb } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { countUnread } from '#server/kernel/notifications/count-unread.server.ts'
import { digestMail } from '#server/kernel/notifications/mails/digest.tsx'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { digestsOf } from '#server/kernel/notifications/send-digests.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const TOKEN = 'un-jeton-de-retour-de-mail'
let reader: StaffContext
let cookie: string
let mail: string

const LINE = {
  params: { address: 'anne@essai.example' },
  href: 'https://maillage.test/lire',
  at: '2026-11-20T08:00:00Z',
}
const PROPS = {
  network: 'SO Coopération',
  groups: [{ kind: 'kernel.bounced', lines: [LINE] }],
  all: 'https://maillage.test/toutes',
  unsubscribe: 'https://maillage.test/arret',
  timeZone: 'Europe/Paris',
}
const page = async (app: TestApp, path: string, init: RequestInit = {}) => {
  const response = await app.request(path, { ...init, headers: { cookie, ...init.headers } })
  return { status: response.status, headers: response.headers, text: decoded(await response.text()) }
}
const tell = () =>
  inNetwork(reader, (tx) =>
    notify(tx, reader, {
      accountId: reader.account.id,
      kind: 'kernel.bounced',
      params: { address: '<b>anne</b>' },
      path: '/so-cooperation/bureau/structures',
    }),
  )

beforeAll(async () => {
  reader = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(await startApp(), reader.account)
  mail = await publicDb().transaction((tx) =>
    queueMail(tx, digestMail, {
      to: 'anne@essai.example',
      locale: 'fr',
      networkId: reader.network.id,
      props: PROPS,
    }),
  )
})

describe('The outbox', () => {
  it('of a demonstration shows each mail, its links and its text, the message in a frame that runs nothing', async () => {
    const app = await startApp({ demo: true })
    const list = await page(app, '/dev/outbox')
    expect(list.text).toContain('anne@essai.example')
    const shown = await page(app, `/dev/outbox/${mail}`)
    expect(shown.text).toContain('1 nouvelle à lire — SO Coopération')
    expect(shown.text).toContain('href="https://maillage.test/lire"')
    expect(shown.text).toContain(`src="/dev/outbox/${mail}/message"`)
    const message = await page(app, `/dev/outbox/${mail}/message`)
    expect(message.text).toContain('Données de démonstration')
    expect(message.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*sandbox/)
    expect(message.headers.get('content-security-policy')).not.toContain('allow-scripts')
    expect(message.headers.get('x-frame-options')).toBe('SAMEORIGIN')
  })

  it('does not exist where mails are real', async () => {
    const app = await startApp()
    for (const path of ['', `/${mail}`, `/${mail}/message`]) {
      expect((await page(app, `/dev/outbox${path}`)).status).toBe(404)
      expect((await page(app, `/dev/outbox${path}.data`)).text).not.toContain('anne')
    }
  })
})

describe('The notifications of a person', () => {
  it('are listed, opened and marked as read, and say what may be chosen', async () => {
    const app = await startApp()
    const home = '/so-cooperation/espace/notifications'
    await tell()
    const list = await page(app, home)
    expect(list.text).toContain('1 non lue')
    const [, link] = list.text.match(/href="(\/so-cooperation\/espace\/notifications\/[0-9a-f-]{36})"/)!
    const opened = await page(app, link!)
    expect([opened.status, opened.headers.get('location')]).toEqual([
      302,
      '/so-cooperation/bureau/structures',
    ])
    await tell()
    expect((await page(app, home, { method: 'POST', body: form({}) })).status).toBe(302)
    expect(await countUnread(reader)).toBe(0)
    const body = form({ app: 'kernel.bounced' })
    expect((await page(app, `${home}/choix`, { method: 'POST', body })).status).toBe(302)
    const chosen = await page(app, `${home}/choix`)
    expect(chosen.text.match(/checked=""/g)).toHaveLength(1)
    await page(app, `${home}/choix`, {
      method: 'POST',
      body: form({ app: 'kernel.bounced', courriel: 'kernel.bounced' }),
    })
  })

  it('stop coming by mail from the link of a digest, without signing in, at the press of a button', async () => {
    const app = await startApp()
    await tell()
    await digestsOf({ now: () => new Date('2026-11-22T08:00:00+01:00') })
    const { rows } = await database.owner.query(
      `select props ->> 'unsubscribe' as link from outgoing_mail where to_address = $1`,
      [reader.account.email],
    )
    const path = new URL(rows[0].link).pathname
    const stranger = { headers: { cookie: '' } }
    expect((await page(app, path, stranger)).text).toContain('Ne plus les recevoir')
    const elsewhere = path.replace('so-cooperation', 'gescod')
    expect((await page(app, elsewhere, { method: 'POST', body: form({}), ...stranger })).status).toBe(404)
    const choices = () =>
      database.superuser.query('select by_mail from notification_choice where account_id = $1', [
        reader.account.id,
      ])
    expect((await choices()).rows).toContainEqual({ by_mail: true })
    const done = await page(app, path, { method: 'POST', body: form({}), ...stranger })
    expect(done.text).toContain('C’est fait')
    const again = await page(app, path, { method: 'POST', body: form({}), ...stranger })
    expect(again.status).toBe(200)
    expect((await choices()).rows).not.toContainEqual({ by_mail: true })
  })
})

describe('A mail that comes back', () => {
  const report = (status: string, id: string, recipient = 'loin@essai.example') =>
    [
      'From: MAILER-DAEMON@essai.example',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      'MIME-Version: 1.0',
      ...['', '--b', 'Content-Type: text/plain', '', 'It came back.'],
      ...['', '--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.essai.example', ''],
      ...[`Final-Recipient: rfc822; ${recipient}`, 'Action: failed', `Status: ${status}`],
      ...[
        '',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: ${id}`,
        'Subject: x',
        '',
        '--b--',
        '',
      ],
    ].join('\r\n')
  const send = (app: TestApp, body: string, token = TOKEN) =>
    app.request('/hooks/mail/bounces', {
      method: 'POST',
      body,
      headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${token}` },
    })
  async function aSentMail(to: string) {
    const id = await publicDb().transaction((tx) =>
      queueMail(tx, digestMail, { to, locale: 'fr', networkId: null, props: PROPS }),
    )
    const messageId = `<${id}@maillage.test>`
    await database.owner.query(`update outgoing_mail set state = 'sent', message_id = $2 where id = $1`, [
      id,
      messageId,
    ])
    const state = async () =>
      (await database.owner.query('select state from outgoing_mail where id = $1', [id])).rows[0].state
    return { messageId, state }
  }
  const bounced = async () => (await database.owner.query('select count(*) from mail_bounce')).rows[0].count

  it('for good is remembered once, however often it is told; for a while, not', async () => {
    const app = await startApp({ bounceToken: TOKEN })
    const { messageId, state } = await aSentMail('loin@essai.example')
    expect(await (await send(app, report('4.2.2', messageId))).json()).toEqual({ taken: 0 })
    expect(await state()).toBe('sent')
    expect(await (await send(app, report('5.1.1', messageId))).json()).toEqual({ taken: 1 })
    expect(await (await send(app, report('5.1.1', messageId))).json()).toEqual({ taken: 0 })
    expect([await state(), Number(await bounced())]).toEqual(['bounced', 1])
  })

  it('is known by its recipient when it does not say which mail it was, and sets aside nobody we never wrote to', async () => {
    const app = await startApp({ bounceToken: TOKEN })
    const { state } = await aSentMail('Autre@essai.example')
    await send(app, report('5.1.1', '<other@elsewhere.example>', 'autre@essai.example'))
    expect(await state()).toBe('bounced')
    const before = await bounced()
    await send(app, report('5.1.1', '<other@elsewhere.example>', 'jamais@essai.example'))
    expect(await bounced()).toBe(before)
  })

  it('is taken only from who holds the token, and where there is one', async () => {
    const app = await startApp({ bounceToken: TOKEN })
    expect((await send(app, '', 'faux')).status).toBe(401)
    expect((await send(await startApp(), '')).status).toBe(404)
  })

  it('may be anything, which is bounded', async () => {
    const app = await startApp({ bounceToken: TOKEN })
    const nested = Array.from(
      { length: 300 },
      (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}`,
    )
    for (const body of [
      '',
      '\u0000',
      'x'.repeat(1000),
      nested.join('\r\n'),
      `X: ${'y'.repeat(300_000)}\r\n\r\n`,
    ]) {
      const answer = await send(app, body)
      expect([200, answer.status]).toEqual([200, 200])
    }
    expect((await send(app, 'z'.repeat(600_000))).status).toBe(413)
  })
})
