import type { Answers } from '#server/dispositifs/form/answer.schema.ts'
import type { FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import { AnswersRead } from './answers-read.tsx'
import { BlankForm } from './blank-form.tsx'

/** A form for paper: to be filled in with a pen, or as it was filled in. */
export function PrintForm({ definition, answers }: { definition: FormDefinition; answers?: Answers }) {
  return (
    <div className="on-paper stack">
      {answers ? (
        <AnswersRead definition={definition} answers={answers} />
      ) : (
        <BlankForm definition={definition} />
      )}
    </div>
  )
}
