import { beforeAll, describe, expect, it } from 'vitest'
import { inNetwork } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { configureMail } from '#server/kernel/mail/post-office.server.ts'
import { renderMail, type StoredMail } from '#server/kernel/mail/render-mail.server.ts'
import { MAILS } from '#server/mails.ts'
import { useDatabase } from '#tests/support/database.ts'
import { staffOf } from '#tests/support/published.ts'
import { chooseNotices } from './choose-notices.server.ts'
import { countUnread } from './count-unread.server.ts'
import { findNotifications } from './find-notifications.server.ts'
import { markAllRead } from './mark-all-read.server.ts'
import { notify } from './notify.server.ts'
import { openNotification } from './open-notification.server.ts'
import { digestsOf } from './send-digests.server.ts'

const database = useDatabase()
const KIND = 'kernel.bounced'
const at = (moment: string) => ({ now: () => new Date(moment) })
const EVENING = at('2026-11-20T18:00:00+01:00')
const MORNING = at('2026-11-21T07:01:00+01:00')

beforeAll(() => configureMail({ mails: MAILS, origin: 'https://maillage.example', demo: false, mail: {} }))

const aReader = async (slug = 'so-cooperation') => ({
  ...(await staffOf(database.superuser, slug)),
  clock: EVENING,
})
const tell = (ctx: StaffContext, address = 'x@essai.example') =>
  inNetwork(ctx, (tx) =>
    notify(tx, ctx, {
      accountId: ctx.account.id,
      kind: KIND,
      params: { address },
      path: '/so-cooperation/bureau',
    }),
  )
const digestsTo = async ({ account }: StaffContext) => {
  const { rows } = await database.owner.query(
    'select network_id as "networkId", locale, template, props from outgoing_mail where to_address = $1',
    [account.email],
  )
  return rows as (StoredMail & { props: { unsubscribe: string; groups: { lines: unknown[] }[] } })[]
}

describe('A notice', () => {
  it('counts until it is opened, and leads where it says', async () => {
    const reader = await aReader()
    await tell(reader)
    await tell(reader, 'y@essai.example')
    expect(await countUnread(reader)).toBe(2)
    const [last] = await findNotifications(reader)
    expect(await openNotification(reader, last!.id)).toEqual({ path: '/so-cooperation/bureau' })
    expect(await countUnread(reader)).toBe(1)
    await markAllRead(reader)
    expect(await countUnread(reader)).toBe(0)
  })

  it('belongs to one person in one network', async () => {
    const [reader, colleague] = [await aReader(), await aReader()]
    await tell(reader)
    const [mine] = await findNotifications(reader)
    await markAllRead(colleague)
    await expect(openNotification(colleague, mine!.id)).rejects.toMatchObject({ status: 404 })
    const elsewhere = await staffOf(database.superuser, 'gescod')
    const asked = { ...elsewhere, account: reader.account }
    await expect(openNotification(asked, mine!.id)).rejects.toMatchObject({ status: 404 })
    expect([await countUnread(asked), await countUnread(reader)]).toEqual([0, 1])
    await expect(countUnread({ ...reader, grants: [] })).rejects.toMatchObject({ status: 403 })
  })

  it('goes where its reader chose: by mail alone, here alone, or nowhere', async () => {
    const [mail, here, nowhere] = [await aReader(), await aReader(), await aReader()]
    await chooseNotices(mail, [{ kind: KIND, inApp: false, byMail: true }])
    await chooseNotices(here, [{ kind: KIND, inApp: true, byMail: false }])
    await chooseNotices(nowhere, [{ kind: KIND, inApp: false, byMail: false }])
    for (const reader of [mail, here, nowhere]) await tell(reader)
    await digestsOf(MORNING)
    const seen = async (reader: StaffContext) => [await countUnread(reader), (await digestsTo(reader)).length]
    expect([await seen(mail), await seen(here), await seen(nowhere)]).toEqual([
      [0, 1],
      [1, 0],
      [0, 0],
    ])
  })
})

describe('The digest', () => {
  it('is one mail a person, with each notice and its link, once however often it runs', async () => {
    const reader = await aReader()
    await tell(reader, 'anne@essai.example')
    await tell(reader, 'zoe@essai.example')
    await Promise.all([digestsOf(MORNING), digestsOf(MORNING)])
    await digestsOf(at('2026-11-21T09:01:00+01:00'))
    const mails = await digestsTo(reader)
    expect(mails).toHaveLength(1)
    const { subject, text, html } = await renderMail(mails[0]!)
    expect(subject).toBe('2 nouvelles à lire — SO Coopération')
    expect(text).toContain('anne@essai.example refuse les courriels')
    expect(text).toContain('zoe@essai.example')
    const { id } = (await findNotifications(reader))[0]!
    expect(text).toContain(`https://maillage.example/so-cooperation/espace/notifications/${id}`)
    expect(html).toContain('/so-cooperation/desabonnement/')
    expect((await renderMail({ ...mails[0]!, locale: 'en' })).subject).toBe(
      '2 updates to read — SO Coopération',
    )
  })

  it('waits for seven in the morning where the network lives, and makes up for an hour that was missed', async () => {
    const [paris, cayenne] = [await aReader(), await aReader('guyacoop')]
    await tell(paris)
    await tell(cayenne)
    await digestsOf(at('2026-11-21T06:59:00+01:00'))
    expect(await digestsTo(paris)).toHaveLength(0)
    await digestsOf(at('2026-11-21T10:30:00+01:00'))
    expect([(await digestsTo(paris)).length, (await digestsTo(cayenne)).length]).toEqual([1, 0])
    await digestsOf(at('2026-11-21T11:01:00+01:00'))
    expect(await digestsTo(cayenne)).toHaveLength(1)
  })

  it('leaves out what was read, what came since, and who has left', async () => {
    const [read, late, gone] = [await aReader(), await aReader(), await aReader()]
    await tell(read)
    await markAllRead(read)
    await tell({ ...late, clock: at('2026-11-21T07:30:00+01:00') })
    await tell(gone)
    await database.superuser.query(`update account_grant set revoked_at = now() where account_id = $1`, [
      gone.account.id,
    ])
    await digestsOf(at('2026-11-21T08:01:00+01:00'))
    for (const reader of [read, late, gone]) expect(await digestsTo(reader)).toEqual([])
    await digestsOf(at('2026-11-22T07:01:00+01:00'))
    expect(await digestsTo(late)).toHaveLength(1)
  })

  it('runs none of what a notice may hold', async () => {
    const reader = await aReader()
    await tell(reader, '<img src=x onerror=alert(1)>')
    await digestsOf(MORNING)
    const { html } = await renderMail((await digestsTo(reader))[0]!)
    expect(html).not.toContain('<img')
  })
})
