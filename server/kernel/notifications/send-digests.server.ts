import { and, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { account, accountGrant } from '#db/schema/identity.ts'
import { notification } from '#db/schema/kernel.ts'
import { type Clock, systemClock, today } from '#server/kernel/clock.ts'
import type { Locale } from '#server/kernel/context.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'
import { postOffice } from '#server/kernel/mail/post-office.server.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { activeNetworks, type KnownNetwork, nameOf } from '#server/kernel/networks.ts'
import { choicesOf } from './choices.server.ts'
import { type DigestProps, digestMail } from './mails/digest.tsx'
import { choiceFor } from './notice-kind.ts'
import { makeUnsubscribeLink } from './unsubscribe.server.ts'

const MORNING = '7 hours'

/**
 * Every hour, for the networks where it is 7:00 or later: what came before this morning's 7:00 and was
 * told by no digest yet. Nothing else remembers that a morning was done, so an hour that was missed is
 * made up for, and one that runs twice finds nothing.
 */
export const sendDigests: ScheduledJob = {
  name: 'kernel.send-digests',
  cron: '1 * * * *',
  run: () => digestsOf(systemClock),
}

export async function digestsOf(clock: Clock) {
  for (const network of activeNetworks()) await digestsIn(network, clock)
}

type Told = typeof notification.$inferSelect

async function digestsIn(network: KnownNetwork, clock: Clock) {
  await inNetwork({ network }, async (tx) => {
    const now = sql`${clock.now().toISOString()}::timestamptz`
    const morning = sql`(date_trunc('day', ${now} at time zone ${network.timeZone}) + interval '${sql.raw(MORNING)}') at time zone ${network.timeZone}`
    // Marked and read in one statement: a second run waits for it, then finds none.
    const told = await tx
      .update(notification)
      .set({ digestedAt: clock.now() })
      .where(
        and(
          eq(notification.networkId, network.id),
          isNull(notification.digestedAt),
          isNull(notification.readAt),
          sql`${notification.createdAt} < ${morning}`,
          sql`${now} >= ${morning}`,
        ),
      )
      .returning()
    const byAccount = Map.groupBy(told, ({ accountId }) => accountId)
    for (const person of await peopleStillHere(tx, network, clock, [...byAccount.keys()])) {
      const choices = await choicesOf(tx, network.id, person.id)
      const wanted = byAccount.get(person.id)!.filter(({ kind }) => choiceFor(kind, choices).byMail)
      if (wanted.length > 0) await writeDigest(tx, network, person, wanted, clock)
    }
  })
}

/** Who lost their grants since is not told what happens in the network. */
async function peopleStillHere(tx: Transaction, network: KnownNetwork, clock: Clock, ids: string[]) {
  if (ids.length === 0) return []
  const day = today(clock, network.timeZone)
  return tx
    .selectDistinct({ id: account.id, email: account.email, locale: account.locale })
    .from(account)
    .innerJoin(accountGrant, eq(accountGrant.accountId, account.id))
    .where(
      and(
        inArray(account.id, ids),
        eq(accountGrant.networkId, network.id),
        lte(accountGrant.startsOn, day),
        isNull(accountGrant.revokedAt),
        or(isNull(accountGrant.endsOn), gte(accountGrant.endsOn, day)),
      ),
    )
}

type Reader = { id: string; email: string; locale: Locale }

async function writeDigest(
  tx: Transaction,
  network: KnownNetwork,
  reader: Reader,
  told: Told[],
  clock: Clock,
) {
  const { origin } = postOffice()
  const home = `${origin}/${network.slug}`
  const space = `${home}/espace/notifications`
  const sorted = told.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  const groups = [...Map.groupBy(sorted, ({ kind }) => kind)].map(([kind, notices]) => ({
    kind,
    // Through its own page: opening it there marks it read.
    lines: notices.map(({ id, params, createdAt }) => ({
      params,
      href: `${space}/${id}`,
      at: createdAt.toISOString(),
    })),
  }))
  const token = await makeUnsubscribeLink(tx, network.id, reader.id, clock.now())
  const props: DigestProps = {
    network: nameOf(network, clock),
    groups,
    all: space,
    unsubscribe: `${home}/desabonnement/${token}`,
    timeZone: network.timeZone,
  }
  await queueMail(tx, digestMail, {
    to: reader.email,
    locale: reader.locale,
    networkId: network.id,
    props,
  })
}
