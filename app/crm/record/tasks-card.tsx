import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import type { Refused } from './record-action.server.ts'
import type { ShownTask } from './upkeep-view.server.ts'

const LONGEST = 200
type Team = { id: string; name: string }[]
type Props = {
  tasks: ShownTask[]
  team: Team
  /** Whoever writes a task looks after it, unless they say who does. */
  me: string
  mayWrite: boolean
  refused?: Refused
  everyTask: string
}

/** What awaits for this organisation, the most pressing first; what was done last stays to be undone. */
export function TasksCard({ tasks, team, me, mayWrite, refused, everyTask }: Props) {
  const { t } = useTranslation('crm')
  const open = tasks.filter(({ done }) => !done)
  const done = tasks.filter((task) => task.done)
  return (
    <section className="card stack" id="taches">
      <h2>{t('tasks.title')}</h2>
      {open.length === 0 ? <p className="muted">{t('tasks.none')}</p> : null}
      <ul className="stack">
        {open.map((task) => (
          <TaskLine
            key={task.id}
            task={task}
            team={team}
            mayWrite={mayWrite}
            refused={of(refused, 'changer_tache', task.id)}
          />
        ))}
      </ul>
      {mayWrite ? (
        <details open={refused?.form === 'ajouter_tache'}>
          <summary className="btn">{t('tasks.add')}</summary>
          <TaskForm
            key={tasks.length}
            intent="ajouter_tache"
            team={team}
            me={me}
            refused={of(refused, 'ajouter_tache', null)}
          />
        </details>
      ) : null}
      {mayWrite && done.length > 0 ? (
        <details>
          <summary>{t('tasks.done')}</summary>
          <ul className="stack">
            {done.map((task) => (
              <li key={task.id} className="row">
                <span className="grow muted">{task.title}</span>
                <TaskButton task={task} intent="refaire" label={t('tasks.undo')} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <Link to={everyTask} className="small">
        {t('tasks.all')}
      </Link>
    </section>
  )
}

const of = (refused: Refused | undefined, form: string, item: string | null) =>
  refused?.form === form && refused.item === item ? refused : undefined

type LineProps = { task: ShownTask; team: Team; mayWrite: boolean; refused?: Refused }

function TaskLine({ task, team, mayWrite, refused }: LineProps) {
  const { t } = useTranslation('crm')
  return (
    <li>
      <div className="row">
        <div className="grow">
          <strong>{task.title}</strong>
          <div className="small muted">
            {task.late ? <span className="tag bad">{t('tasks.late')}</span> : null}{' '}
            {[task.due && t('tasks.due', { date: task.due }), task.assignee ?? t('tasks.nobody')]
              .filter(Boolean)
              .join(' — ')}
          </div>
        </div>
        {mayWrite ? <TaskButton task={task} intent="faire" label={t('tasks.do')} /> : null}
      </div>
      {mayWrite ? (
        <details open={refused !== undefined}>
          <summary className="small">{t('tasks.change')}</summary>
          <TaskForm
            key={`${task.title}${task.dueOn}${task.assigneeId}`}
            intent="changer_tache"
            task={task}
            team={team}
            refused={refused}
          />
          <TaskButton task={task} intent="supprimer_tache" label={t('tasks.remove')} />
        </details>
      ) : null}
    </li>
  )
}

function TaskButton({ task, intent, label }: { task: ShownTask; intent: string; label: string }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="tache" value={task.id} />
      <button className="btn sm" type="submit" aria-label={`${label} — ${task.title}`}>
        {label}
      </button>
    </Form>
  )
}

type FormProps = { intent: string; team: Team; me?: string; task?: ShownTask; refused?: Refused }

function TaskForm({ intent, team, me, task, refused }: FormProps) {
  const { t } = useTranslation('crm')
  const typed = refused?.typed ?? {
    titre: task?.title,
    echeance: task?.dueOn,
    pour: task ? task.assigneeId : me,
  }
  const fault = (name: string) => refused?.faults[name] && t(`faults.${refused.faults[name]}`)
  return (
    <Form method="post" className="stack">
      <input type="hidden" name="intent" value={intent} />
      {task ? <input type="hidden" name="tache" value={task.id} /> : null}
      <Field label={t('tasks.what')} fault={fault('titre')}>
        {(attributes) => (
          <input {...attributes} name="titre" required maxLength={LONGEST} defaultValue={typed.titre ?? ''} />
        )}
      </Field>
      <DateField
        name="echeance"
        label={t('tasks.dueOn')}
        value={typed.echeance ?? ''}
        fault={fault('echeance')}
        optional
      />
      <Field label={t('tasks.who')} fault={fault('pour')}>
        {(attributes) => (
          <select {...attributes} name="pour" defaultValue={typed.pour ?? ''}>
            <option value="">{t('tasks.nobody')}</option>
            {team.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button className="btn" type="submit">
        {t('save')}
      </button>
    </Form>
  )
}
