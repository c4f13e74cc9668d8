import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../ui/field.tsx'
import { KeptTyping } from '../../ui/kept-typing.tsx'
import type { Refused } from './record-action.server.ts'
import type { ShownNote } from './upkeep-view.server.ts'

const LONGEST = 5000

type Props = { notes: ShownNote[]; mayWrite: boolean; refused?: Refused }

/** What the team wrote down: the form first, then the notes, the last first. */
export function NotesSection({ notes, mayWrite, refused }: Props) {
  const { t } = useTranslation('crm')
  return (
    <section className="card stack" id="notes">
      <h2>{t('notes.title')}</h2>
      {mayWrite ? (
        <NoteForm key={`${notes.length}-${notes[0]?.id}`} intent="noter" refused={of(refused, 'noter')} />
      ) : null}
      {notes.length === 0 ? <p className="muted">{t('notes.none')}</p> : null}
      <ul className="stack">
        {notes.map((note) => (
          <NoteLine key={note.id} note={note} refused={of(refused, 'corriger_note', note.id)} />
        ))}
      </ul>
    </section>
  )
}

const of = (refused: Refused | undefined, form: string, item: string | null = null) =>
  refused?.form === form && refused.item === item ? refused : undefined

function NoteLine({ note, refused }: { note: ShownNote; refused?: Refused }) {
  const { t } = useTranslation('crm')
  return (
    <li>
      <p className="small muted">
        {t('notes.by', { name: note.by, date: note.on })}
        {note.edited ? ` — ${t('notes.edited', { date: note.edited })}` : null}
      </p>
      <p className="as-typed">{note.body}</p>
      <div className="row">
        {note.own ? (
          <details open={refused !== undefined}>
            <summary className="btn sm quiet">{t('notes.edit')}</summary>
            <NoteForm key={note.edited} intent="corriger_note" note={note} refused={refused} />
          </details>
        ) : null}
        {note.mayDelete ? (
          <Form method="post">
            <input type="hidden" name="intent" value="supprimer_note" />
            <input type="hidden" name="note" value={note.id} />
            <button
              className="btn sm quiet"
              type="submit"
              aria-label={t('notes.deleteOf', { date: note.on })}
            >
              {t('notes.delete')}
            </button>
          </Form>
        ) : null}
      </div>
    </li>
  )
}

function NoteForm({ intent, note, refused }: { intent: string; note?: ShownNote; refused?: Refused }) {
  const { t } = useTranslation('crm')
  return (
    <Form method="post" className="stack">
      <KeptTyping />
      <input type="hidden" name="intent" value={intent} />
      {note ? <input type="hidden" name="note" value={note.id} /> : null}
      <Field
        label={t(note ? 'notes.text' : 'notes.add')}
        hint={note ? undefined : t('notes.hint')}
        fault={refused ? t(`faults.${refused.faults.texte}`) : undefined}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            name="texte"
            rows={3}
            required
            maxLength={LONGEST}
            defaultValue={refused?.typed.texte ?? note?.body ?? ''}
          />
        )}
      </Field>
      <button className="btn" type="submit">
        {t('notes.save')}
      </button>
    </Form>
  )
}
