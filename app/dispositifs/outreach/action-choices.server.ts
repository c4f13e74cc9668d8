import { findDispositifs } from '#server/dispositifs/dispositif/find-dispositifs.server.ts'
import { teamOfNetwork } from '#server/dispositifs/session/session-form.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'

/** The dispositifs and the colleagues an action may name. */
export async function actionChoices(ctx: StaffContext, named: string[] = []) {
  const [schemes, team] = await Promise.all([findDispositifs(ctx), teamOfNetwork(ctx)])
  return {
    schemes: schemes
      .filter(({ id, archived }) => !archived || named.includes(id))
      .map(({ id, code, name }) => ({ id, label: code === name ? code : `${code} – ${name}` })),
    team: team.map(({ id, name }) => ({ id, label: name })),
  }
}
