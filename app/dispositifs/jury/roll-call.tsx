import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'

type Member = {
  id: string
  name: string
  organisation: string
  chair: boolean
  presence: string
  representedBy: string
}

const SAID = ['present', 'represented', 'absent'] as const

/** Who sits, who is there, and whether they are enough: one click a member. */
export function RollCall(props: { members: Member[]; there: number; quorum: number; open: boolean }) {
  const { members, there, quorum, open } = props
  const { t } = useTranslation('dispositifs')
  const enough = there >= quorum
  return (
    <section className="card stack" aria-labelledby="appel">
      <h2 id="appel">{t('jury.roll.title')}</h2>
      <p className="row" aria-live="polite">
        <Badge tone={enough ? 'ok' : 'bad'} label={t(enough ? 'jury.roll.enough' : 'jury.roll.tooFew')} />
        <span>{t('jury.roll.count', { there, members: members.length, quorum })}</span>
      </p>
      {members.length === 0 ? (
        <p>{t('jury.roll.nobody')}</p>
      ) : (
        <table className="data">
          <caption className="sr-only">{t('jury.roll.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('jury.field.name')}</th>
              <th scope="col">{t('jury.column.organisation')}</th>
              <th scope="col">{t('jury.roll.presence')}</th>
            </tr>
          </thead>
          <tbody>
            {members.map((one) => (
              <tr key={one.id}>
                <td>
                  {one.name} {one.chair ? <Badge label={t('jury.roll.chair')} /> : null}
                </td>
                <td data-label={t('jury.column.organisation')}>{one.organisation}</td>
                <td data-label={t('jury.roll.presence')}>{open ? <Call one={one} /> : <Told one={one} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Told({ one }: { one: Member }) {
  const { t } = useTranslation('dispositifs')
  return (
    <span>
      {t(`jury.presence.${one.presence}`)}
      {one.representedBy ? ` (${one.representedBy})` : ''}
    </span>
  )
}

function Call({ one }: { one: Member }) {
  const { t } = useTranslation('dispositifs')
  return (
    <>
      <Form method="post" className="row" preventScrollReset aria-label={one.name}>
        <input type="hidden" name="intent" value="appel" />
        <input type="hidden" name="membre" value={one.id} />
        {SAID.map((presence) => (
          <button
            key={presence}
            className={one.presence === presence ? 'btn sm primary' : 'btn sm'}
            type="submit"
            name="presence"
            value={presence}
            aria-pressed={one.presence === presence}
            aria-label={`${t(`jury.presence.${presence}`)} — ${one.name}`}
          >
            {t(`jury.presence.${presence}`)}
          </button>
        ))}
      </Form>
      {one.presence === 'represented' ? (
        <Form method="post" className="row" preventScrollReset>
          <input type="hidden" name="intent" value="appel" />
          <input type="hidden" name="membre" value={one.id} />
          <input type="hidden" name="presence" value="represented" />
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
      ) : null}
    </>
  )
}
