import type { LoaderFunctionArgs } from '@remix-run/node'
import { today } from '#server/kernel/clock.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { figureDay } from '#server/observatory/figure/figure.schema.ts'

/** The day an address asks, or today; one that cannot be a day is left out. */
export function figureDayOf({ request }: LoaderFunctionArgs, { clock, network }: NetworkContext): string {
  const asked = figureDay.safeParse(new URL(request.url).searchParams.get('au'))
  return asked.success ? asked.data : today(clock, network.timeZone)
}
