import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PRESENCES } from '#server/dispositifs/sitting/sitting.schema.ts'
import { Badge } from '../../ui/badge.tsx'

type Member = {
  id: string
  name: string
  organisation: string
  chair: boolean
  presence: string
  representedBy: string
}

/** Who sits, who is there, and whether they are enough. */
export function RollCall({
  members,
  there,
  quorum,
  open,
}: {
  members: Member[]
  there: number
  quorum: number
  open: boolean
}) {
  const { t } = useTranslation('dispositifs')
  const enough = there >= quorum
  return (
    <section className="card stack" aria-labelledby="appel">
      <h2 id="appel">{t('jury.roll.title')}</h2>
      <p className="row" aria-live="polite">
        <Badge tone={enough ? 'ok' : 'bad'} label={t(enough ? 'jury.roll.enough' : 'jury.roll.tooFew')} />
        <span>{t('jury.roll.count', { there, members: members.length, quorum })}</span>
      </p>
      {members.length === 0 ? <p>{t('jury.roll.nobody')}</p> : null}
      <ul className="todo">
        {members.map((one) => (
          <li key={one.id}>
            <div className="grow">
              <strong>{one.name}</strong> {one.chair ? <Badge label={t('jury.roll.chair')} /> : null}
              <p className="small muted">{one.organisation}</p>
            </div>
            {open ? (
              <Form method="post" className="row" preventScrollReset>
                <input type="hidden" name="intent" value="appel" />
                <input type="hidden" name="membre" value={one.id} />
                <select
                  name="presence"
                  key={one.presence}
                  defaultValue={one.presence}
                  aria-label={`${t('jury.roll.presence')} — ${one.name}`}
                >
                  {PRESENCES.map((presence) => (
                    <option key={presence} value={presence}>
                      {t(`jury.presence.${presence}`)}
                    </option>
                  ))}
                </select>
                <input
                  name="par"
                  defaultValue={one.representedBy}
                  maxLength={160}
                  placeholder={t('jury.roll.by')}
                  aria-label={`${t('jury.roll.by')} — ${one.name}`}
                />
                <button className="btn sm" type="submit" aria-label={`${t('jury.roll.note')} — ${one.name}`}>
                  {t('jury.roll.note')}
                </button>
              </Form>
            ) : (
              <span>
                {t(`jury.presence.${one.presence}`)}
                {one.representedBy ? ` (${one.representedBy})` : ''}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
