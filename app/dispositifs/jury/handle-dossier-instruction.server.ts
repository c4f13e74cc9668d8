import { askExpert, expertInput, withdrawExpert } from '#server/dispositifs/instruction/ask-expert.server.ts'
import { giveDossier } from '#server/dispositifs/instruction/give-dossier.server.ts'
import { takeDossier } from '#server/dispositifs/instruction/hand-over.server.ts'
import { meetCondition } from '#server/dispositifs/sitting/conditions.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { type Faults, readInput, textOf } from './read-input.server.ts'

/** What the forms of a dossier's instruction send. Null: nothing known was asked. */
export async function handleDossierInstruction(
  ctx: Context,
  id: string,
  form: FormData,
): Promise<{ done: string } | { faults: Faults } | null> {
  switch (form.get('intent')) {
    case 'confier':
      await giveDossier(ctx, id, recordId(textOf(form, 'instructeur')))
      return { done: 'dossier-confie' }
    case 'reprendre':
      await takeDossier(ctx, id, recordId(textOf(form, 'instructeur')), textOf(form, 'motif'))
      return { done: 'dossier-repris' }
    case 'solliciter': {
      const read = readInput(expertInput, {
        ...{ name: textOf(form, 'name'), email: textOf(form, 'email'), question: textOf(form, 'question') },
        ...{ dueOn: textOf(form, 'dueOn'), sections: form.getAll('sections').map(String) },
      })
      if (!read.input) return { faults: read.faults }
      await askExpert(ctx, id, read.input)
      return { done: 'expert-sollicite' }
    }
    case 'annuler':
      await withdrawExpert(ctx, id, recordId(textOf(form, 'expertise')))
      return { done: 'expert-annule' }
    case 'lever':
    case 'remettre':
      await meetCondition(ctx, id, {
        ...{ id: recordId(textOf(form, 'reserve')), version: Number(form.get('version')) },
        ...{ met: form.get('intent') === 'lever', note: textOf(form, 'note') },
      })
      return { done: 'reserve-notee' }
    default:
      return null
  }
}
