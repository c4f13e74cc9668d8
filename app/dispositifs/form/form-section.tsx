import type { Field, Section } from '#server/dispositifs/form/form.schema.ts'
import { ConditionNote } from './condition-note.tsx'
import { FieldControl } from './field-control.tsx'
import { useFilling, useSaid } from './filling.ts'

export const sectionId = (key: string) => `s.${key}`

export function FormSection({ section }: { section: Section }) {
  const { hydrated, shown } = useFilling()
  const said = useSaid()
  const id = sectionId(section.key)
  return (
    <section
      className="card stack"
      id={id}
      aria-labelledby={`${id}-title`}
      hidden={hydrated && !shown.sections.has(section.key)}
    >
      <h2 id={`${id}-title`}>{said(section.title)}</h2>
      <ConditionNote condition={section.showIf} of="section" />
      {section.intro ? <p className="muted said">{said(section.intro)}</p> : null}
      {section.fields.map((field) => (
        <Shown key={field.key} field={field} />
      ))}
    </section>
  )
}

/** Hidden, a field stays in the form: what it holds is sent with the rest, and there when it shows again. */
function Shown({ field }: { field: Field }) {
  const { hydrated, shown } = useFilling()
  const hidden = hydrated && !shown.fields.has(field.key)
  return (
    <div className={field.showIf ? 'depends' : undefined} hidden={hidden}>
      <ConditionNote condition={field.showIf} of="field" />
      <FieldControl field={field} />
    </div>
  )
}
