import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Selection } from '../../ui/selection.tsx'

/** What can be done to the ticked dossiers: taken further together, or given to somebody. */
export function BatchForm(props: {
  next: string[]
  team: { id: string; name: string }[]
  may: { write: boolean; move: boolean }
  children: ReactNode
}) {
  const { next, team, may, children } = props
  const { t } = useTranslation('dispositifs')
  if (!may.write) return <>{children}</>
  return (
    <Selection
      bar={
        <>
          {may.move && next.length > 0 ? (
            <>
              <select name="vers" aria-label={t('move.to')}>
                {next.map((state) => (
                  <option key={state} value={state}>
                    {t(`moveTo.${state}`)}
                  </option>
                ))}
              </select>
              <input
                name="motif"
                maxLength={2000}
                aria-label={t('move.reason')}
                placeholder={t('move.reason')}
              />
              <button className="btn primary sm" type="submit" name="intent" value="avancer">
                {t('batch.move')}
              </button>
            </>
          ) : null}
          <select name="suivi" aria-label={t('field.assigneeId')}>
            <option value="">{t('nobody')}</option>
            {team.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <button className="btn sm" type="submit" name="intent" value="confier">
            {t('batch.assign')}
          </button>
        </>
      }
    >
      {children}
    </Selection>
  )
}
