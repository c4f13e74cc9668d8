import type { StaffContext } from '#server/kernel/context.ts'
import { countUnread } from '#server/kernel/notifications/count-unread.server.ts'
import { may } from '#server/kernel/permissions.ts'
import { DESK, MISSIONS } from './navigation.ts'

/** The rail of one person: missions that have something for them, and in each what they may open. */
export async function railOf(ctx: StaffContext) {
  const { network, locale } = ctx
  const open = DESK.filter(
    ({ rule }) => may(ctx, rule) && (!rule.module || network.modules.includes(rule.module)),
  )
  const own = (key: string) =>
    network.missions.find((mission) => (mission.national ?? mission.key) === key)?.[locale] ?? null
  return {
    unread: await countUnread(ctx),
    missions: MISSIONS.flatMap((mission) => {
      const entries = open.filter((entry) => entry.mission === mission)
      return entries.length === 0
        ? []
        : [{ key: mission, name: own(mission), entries: entries.map(({ key, path }) => ({ key, path })) }]
    }),
  }
}
