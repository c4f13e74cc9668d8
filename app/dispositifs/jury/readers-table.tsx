import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { EmptyList } from '../../ui/list-states.tsx'

type Reader = {
  id: string
  name: string
  organisation: string
  chosen: boolean
  declared: boolean
  persons: string
  most: number | null
  given: number
  handedIn: number
  conflicts: number
}

/** The pool, and who of it reads this session: what each has, has handed in, and must not see. */
export function ReadersTable({
  readers,
  mayManage,
  pool,
}: {
  readers: Reader[]
  mayManage: boolean
  pool: string
}) {
  const { t } = useTranslation('dispositifs')
  const chosen = readers.filter((one) => one.chosen)
  if (readers.length === 0)
    return (
      <EmptyList text={t('jury.instruction.noPool')}>
        <Link className="btn primary" to={pool}>
          {t('jury.pool.title')}
        </Link>
      </EmptyList>
    )
  return (
    <section className="card stack" aria-labelledby="instructeurs">
      <h2 id="instructeurs">{t('jury.instruction.readers')}</h2>
      <Form method="post" className="stack">
        <table className="data">
          <caption className="sr-only">{t('jury.instruction.readers')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('jury.column.chosen')}</th>
              <th scope="col">{t('jury.column.organisation')}</th>
              <th scope="col">{t('jury.column.declared')}</th>
              <th scope="col" className="n">
                {t('jury.column.handedIn')}
              </th>
              <th scope="col" className="n">
                {t('jury.column.conflicts')}
              </th>
            </tr>
          </thead>
          <tbody>
            {readers.map((one) => (
              <tr key={one.id}>
                <td>
                  <label className="check">
                    <input
                      type="checkbox"
                      name="instructeur"
                      value={one.id}
                      defaultChecked={one.chosen}
                      disabled={!mayManage}
                    />
                    <span>{one.name}</span>
                  </label>
                </td>
                <td data-label={t('jury.column.organisation')}>{one.organisation || '—'}</td>
                <td data-label={t('jury.column.declared')}>
                  {one.chosen ? (
                    <Badge
                      tone={one.declared ? 'ok' : 'wait'}
                      label={t(one.declared ? 'jury.declared' : 'jury.notDeclared')}
                    />
                  ) : null}
                  {one.persons ? (
                    <span className="small block">{t('jury.personsSaid', { said: one.persons })}</span>
                  ) : null}
                </td>
                <td className="n" data-label={t('jury.column.handedIn')}>
                  {one.handedIn} / {one.given}
                  {one.most === null ? null : (
                    <span className="small muted"> {t('jury.most', { count: one.most })}</span>
                  )}
                </td>
                <td className="n" data-label={t('jury.column.conflicts')}>
                  {one.conflicts}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {mayManage ? (
          <div className="row">
            <button className="btn primary" type="submit" name="intent" value="choisir">
              {t('jury.instruction.choose')}
            </button>
          </div>
        ) : null}
      </Form>
      {mayManage && chosen.length > 1 ? (
        <details>
          <summary>{t('jury.instruction.substitute')}</summary>
          <Form method="post" className="stack form">
            <p className="small muted">{t('jury.instruction.substituteLead')}</p>
            <div className="row">
              <label>
                {t('jury.instruction.instead')}{' '}
                <select name="de">
                  {chosen.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
              <label>
                {t('jury.instruction.by')}{' '}
                <select name="par" defaultValue={chosen[1]!.id}>
                  {chosen.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
              <button className="btn" type="submit" name="intent" value="remplacer">
                {t('jury.instruction.replace')}
              </button>
            </div>
          </Form>
        </details>
      ) : null}
    </section>
  )
}
