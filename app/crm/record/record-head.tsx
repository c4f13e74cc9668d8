import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

type Part = { id: string; label: string; count?: number }

type Head = {
  initials: string
  name: string
  what: string
  hasDirectory: boolean
  listing: string | null
  memberOf: number | null
  mayEdit: boolean
  /** Its seat is elsewhere than in the network's region. */
  outside: boolean
  marks: string[]
  contact: { email: string | null; phone: string | null; website: string | null }
}

/** Its name, what it is in one line, and where it stands. */
export function RecordHead({ page, parts, mayNote }: { page: Head; parts: Part[]; mayNote: boolean }) {
  const { t } = useTranslation('crm')
  return (
    <>
      <div className="row title">
        <div className="avatar large" aria-hidden="true">
          {page.initials}
        </div>
        <div className="grow">
          <h1>{page.name}</h1>
          <p className="muted">{page.what}</p>
        </div>
        {page.mayEdit ? (
          <Link className="btn" to="modifier">
            {t('edit')}
          </Link>
        ) : null}
        {mayNote ? (
          <a className="btn primary" href="#appuis">
            {t('support:new')}
          </a>
        ) : null}
      </div>
      <Contact {...page.contact} />
      <p className="row">
        {page.hasDirectory ? (
          <span className={page.listing ? 'tag ok' : 'tag'}>
            {t(page.listing ? 'published' : 'unpublished')}
          </span>
        ) : null}
        {page.outside ? <span className="tag">{t('outside')}</span> : null}
        {page.marks.map((mark) => (
          <span key={mark} className="tag">
            {t(`mark.${mark}`)}
          </span>
        ))}
        {page.memberOf ? <span className="tag member">{t('memberOf', { year: page.memberOf })}</span> : null}
      </p>
      <p className="small muted">{t(page.listing ? 'readWhenListed' : 'readWhenPrivate')}</p>
      <nav className="chips" aria-label={t('parts')}>
        {parts.map(({ id, label, count }) => (
          <a key={id} className="chip" href={`#${id}`}>
            {label} {count ? <span className="muted">{count}</span> : null}
          </a>
        ))}
      </nav>
    </>
  )
}

/** Where it is reached, before anything else: what one opens a record for, on a phone above all. */
function Contact({ email, phone, website }: Head['contact']) {
  if (!email && !phone && !website) return null
  return (
    <p className="row">
      {email ? <a href={`mailto:${email}`}>{email}</a> : null}
      {phone ? <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a> : null}
      {website ? (
        <a href={website} rel="noreferrer">
          {website.replace(/^https?:\/\/(www\.)?/, '')}
        </a>
      ) : null}
    </p>
  )
}
