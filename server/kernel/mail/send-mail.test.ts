import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inNetwork, publicDb } from '#db/client.ts'
import type { Locale } from '#server/kernel/context.ts'
import { activeNetwork } from '#server/kernel/networks.ts'
import { type Smtp, startSmtp } from '#tests/doubles/smtp/smtp.ts'
import { useDatabase } from '#tests/support/database.ts'
import { SCRIPT_ADDRESSES, SCRIPTS } from '#tests/support/hostile-texts.ts'
import { configureMail, postOffice } from './post-office.server.ts'
import { purgeMails } from './purge-mails.server.ts'
import { queueMail } from './queue-mail.server.ts'
import { resumeMails } from './resume-mails.server.ts'
import { sendMail } from './send-mail.server.ts'
import { essayMail } from './testing.tsx'

const database = useDatabase()
let smtp: Smtp

const configured = (given: { demo?: boolean; smtpUrl?: string | undefined } = {}) =>
  configureMail({
    mails: [essayMail],
    origin: 'https://maillage.example',
    demo: given.demo ?? false,
    mail: {
      from: 'nouvelles@maillage.example',
      replyTo: 'equipe@maillage.example',
      smtpUrl: 'smtpUrl' in given ? given.smtpUrl : smtp.url,
    },
  })
beforeAll(async () => {
  smtp = await startSmtp()
})
afterAll(() => smtp.close())
beforeEach(async () => {
  configured()
  smtp.received.length = 0
  await database.owner.query(`truncate mail_bounce; delete from pgboss.job`)
})

const PROPS = { title: 'Bienvenue', said: 'Bonjour', link: 'https://maillage.example/ouvrir?x=1' }
let people = 0
type Given = { props?: Partial<typeof PROPS>; locale?: Locale; slug?: string | null; to?: string }

async function aMail({ props, locale = 'fr', slug = 'so-cooperation', to }: Given = {}) {
  people += 1
  return publicDb().transaction((tx) =>
    queueMail(tx, essayMail, {
      to: to ?? `personne-${people}@essai.example`,
      locale,
      networkId: slug ? activeNetwork(slug)!.id : null,
      props: { ...PROPS, ...props },
    }),
  )
}
const rowOf = async (id: string) =>
  (await database.owner.query('select * from outgoing_mail where id = $1', [id])).rows[0]
const send = (mail: string) => sendMail.run({ mail }, 'job')
const sent = async (given: Given = {}) => {
  await send(await aMail(given))
  return smtp.received.at(-1)!
}

describe('A mail', () => {
  it('arrives in French, in the name of its network, with a text part that reads well', async () => {
    const { mail, raw, to } = await sent({ to: 'Anne@essai.example' })
    expect(to).toEqual(['Anne@essai.example'])
    expect(mail.subject).toBe('Objet : Bienvenue')
    expect(mail.from).toMatchObject({ name: 'SO Coopération', address: 'nouvelles@maillage.example' })
    expect(mail.replyTo?.[0]?.address).toBe('equipe@maillage.example')
    expect(mail.html).toContain('lang="fr"')
    expect(mail.html).toContain(activeNetwork('so-cooperation')!.brand.brand)
    expect(mail.text).toContain('Bonjour')
    expect(mail.text).toContain('https://maillage.example/ouvrir?x=1')
    expect(mail.text).toContain('Vous recevez ce message parce que')
    expect(mail.text).not.toContain('<')
    expect(raw).toMatch(/^Auto-Submitted: auto-generated/m)
    expect(raw).not.toMatch(/^List-Unsubscribe/m)
  })

  it('arrives in English, and in the name of the product where it has no network', async () => {
    const { mail } = await sent({ locale: 'en', slug: null })
    expect(mail.subject).toBe('Subject: Bienvenue')
    expect(mail.from?.name).toBe('Maillage')
    expect(mail.html).toContain('lang="en"')
    expect(mail.text).toContain('You receive this message because')
  })

  it('that comes regularly says where to stop it, to the mail program as well', async () => {
    const regular = { ...essayMail, unsubscribe: () => 'https://maillage.example/gescod/desabonnement/x' }
    configured()
    postOffice().mails.splice(0, 1, regular)
    const { raw, mail } = await sent()
    expect(raw).toMatch(/^List-Unsubscribe: <https:\/\/maillage\.example\/gescod\/desabonnement\/x>/m)
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
    expect(mail.text).toContain('Ne plus recevoir ces messages')
  })

  it('carries no header of somebody else', async () => {
    const { mail, raw } = await sent({
      props: { title: 'Bonjour\r\nBcc: tous@essai.example\r\n\r\n<b>corps</b>' },
    })
    expect(mail.bcc).toBeUndefined()
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m)
    expect(mail.subject).toBe('Objet : Bonjour Bcc: tous@essai.example <b>corps</b>')
  })

  it('says hostile texts and runs none', async () => {
    for (const hostile of SCRIPTS) {
      const { mail } = await sent({ props: { said: hostile, title: hostile } })
      const html = mail.html!.replaceAll(/<!--.*?-->|<style>[^<]*<\/style>/gs, '')
      expect(html, hostile).not.toMatch(/<(script|img|svg|iframe|object|base|form|math|template|details)\b/i)
      expect(html, hostile).not.toMatch(/<[^>]*\son\w+\s*=/i)
      expect(html, hostile).not.toMatch(/<(meta|link)[^>]*(refresh|evil)/i)
    }
    for (const link of SCRIPT_ADDRESSES.filter((one) => !one.startsWith('https:'))) {
      const { mail } = await sent({ props: { link } })
      expect([...mail.html!.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(['#'])
    }
  })

  it('once sent, forgets what its links open, except in a demonstration', async () => {
    const id = await aMail()
    await send(id)
    expect(await rowOf(id)).toMatchObject({
      state: 'sent',
      props: {},
      subject: 'Objet : Bienvenue',
      attempts: 1,
    })
    expect((await rowOf(id)).message_id).toBe(`<${id}@maillage.example>`)
    configured({ demo: true, smtpUrl: undefined })
    const shown = await aMail()
    await send(shown)
    expect(await rowOf(shown)).toMatchObject({ state: 'sent', props: PROPS })
    expect(smtp.received).toHaveLength(1)
  })
})

describe('The post office', () => {
  it('sends one mail once, whatever the number of workers and of times', async () => {
    const id = await aMail()
    await Promise.allSettled([send(id), send(id), send(id)])
    await send(id)
    expect(smtp.received).toHaveLength(1)
    expect((await rowOf(id)).state).toBe('sent')
  })

  it('takes up a mail whose worker was killed, and not one that is being sent', async () => {
    const id = await aMail()
    await database.owner.query(
      `update outgoing_mail set state = 'sending', sending_since = now() where id = $1`,
      [id],
    )
    await expect(send(id)).rejects.toThrow('another worker')
    expect(smtp.received).toHaveLength(0)
    await database.owner.query(
      `update outgoing_mail set sending_since = now() - interval '6 min' where id = $1`,
      [id],
    )
    await send(id)
    expect(smtp.received).toHaveLength(1)
  })

  it('tries again after a passing refusal', async () => {
    const id = await aMail()
    smtp.refuseRecipient(451, 'plus tard')
    await expect(send(id)).rejects.toThrow()
    expect(await rowOf(id)).toMatchObject({ state: 'waiting', error: expect.stringContaining('451') })
    await send(id)
    expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 2, error: null })
  })

  it('gives up in the end, and says so', async () => {
    const id = await aMail()
    await database.owner.query('update outgoing_mail set attempts = 12 where id = $1', [id])
    smtp.refuseMessage(554, 'contenu refusé')
    await expect(send(id)).rejects.toThrow()
    expect(await rowOf(id)).toMatchObject({ state: 'failed', error: expect.stringContaining('554') })
  })

  it('writes no more to an address that refused for good', async () => {
    const refused = await aMail({ to: 'Partie@essai.example' })
    smtp.refuseRecipient(550, 'inconnue')
    await send(refused)
    expect((await rowOf(refused)).state).toBe('bounced')
    const next = await aMail({ to: 'partie@ESSAI.example' })
    await send(next)
    expect((await rowOf(next)).state).toBe('suppressed')
    expect(smtp.received).toHaveLength(0)
    const { rows } = await database.owner.query('select * from mail_bounce')
    expect(JSON.stringify(rows)).not.toContain('partie')
  })

  it('without a mail server keeps mails waiting, and resumes them once there is one', async () => {
    configured({ smtpUrl: undefined })
    const id = await aMail()
    await send(id)
    expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempts: 0, props: PROPS })
    await database.owner.query('delete from pgboss.job')
    await database.owner.query(
      `update outgoing_mail set created_at = now() - interval '1 hour' where id = $1`,
      [id],
    )
    await resumeMails.run()
    await resumeMails.run()
    const { rows } = await database.owner.query(`select data from pgboss.job where data ->> 'mail' = $1`, [
      id,
    ])
    expect(rows).toEqual([{ data: { mail: id } }])
  })

  it('has nothing to send when the act is undone', async () => {
    const act = inNetwork({ network: activeNetwork('so-cooperation')! }, async (tx) => {
      await queueMail(tx, essayMail, {
        to: 'undone@essai.example',
        locale: 'fr',
        networkId: null,
        props: PROPS,
      })
      throw new Error('undone')
    })
    await expect(act).rejects.toThrow('undone')
    const { rows } = await database.owner.query(`select 1 from outgoing_mail where to_address like 'undone%'`)
    const jobs = await database.owner.query(`select 1 from pgboss.job where name = 'kernel.send-mail'`)
    expect([rows, jobs.rows]).toEqual([[], []])
  })

  it('forgets a mail after ninety days, unless it is still to be sent', async () => {
    const [old, waiting, recent] = [await aMail(), await aMail(), await aMail()]
    await send(old)
    await send(recent)
    await database.owner.query(
      `update outgoing_mail set created_at = now() - interval '91 days' where id = any($1)`,
      [[old, waiting]],
    )
    await purgeMails.run()
    expect([await rowOf(old), (await rowOf(waiting)).state, (await rowOf(recent)).state]).toEqual([
      undefined,
      'waiting',
      'sent',
    ])
  })
})
