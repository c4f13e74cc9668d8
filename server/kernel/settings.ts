import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** A mistake of whoever starts the program: shown as one sentence, without a stack. */
export class StartError extends Error {}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const url = (protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    message: `must be a URL starting with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  })
const postgresUrl = url(['postgres:', 'postgresql:'])

const environment = z.object({
  PORT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be between 1 and 65535')
    .max(65535, 'must be between 1 and 65535')
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_APP_URL: postgresUrl.optional(),
  DATABASE_OBSERVATORY_URL: postgresUrl.optional(),
  MAILLAGE_MODE: z.enum(['demo', 'live'], 'must be demo or live').optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  ORIGIN: url(['http:', 'https:']).optional(),
  API_RATE_LIMIT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be 0 (no limit) or more')
    .default(600),
  TRUSTED_PROXY_HEADER: z.string().min(1).optional(),
  S3_ENDPOINT: url(['http:', 'https:']).optional(),
  S3_REGION: z.string().min(1).default('auto'),
  S3_BUCKET: z.string().min(1).optional(),
  S3_KEY: z.string().min(1).optional(),
  S3_SECRET: z.string().min(1).optional(),
  CLAMAV_URL: url(['tcp:']).optional(),
  SECRET_KEY: z.string().min(32, 'must be at least 32 characters').optional(),
  SLOW_QUERY_MS: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .default(500),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.email('must be an e-mail address').optional(),
  MAIL_REPLY_TO: z.email('must be an e-mail address').optional(),
  MAIL_BOUNCE_TOKEN: z.string().min(16, 'must be at least 16 characters').optional(),
  OIDC_ISSUER: url(['http:', 'https:']).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).max(60).default('ProConnect'),
  OIDC_SCOPES: z.string().min(1).default('openid email given_name usual_name'),
  OIDC_ACR: z.string().min(1).optional(),
  OIDC_USERINFO_ALG: z.string().min(1).optional(),
  OIDC_TRUST_EMAIL: z.enum(['true', 'false'], 'must be true or false').default('false'),
  COMPANY_SEARCH_URL: url(['http:', 'https:']).or(z.literal('off')).optional(),
  ADDRESS_SEARCH_URL: url(['http:', 'https:']).or(z.literal('off')).optional(),
  METRICS_TOKEN: z.string().min(16, 'must be at least 16 characters').optional(),
})

export type Settings = ReturnType<typeof readSettings>

export function readSettings(env: Record<string, string | undefined> = process.env) {
  const given = Object.fromEntries(
    Object.keys(environment.shape).flatMap((key) => (env[key] ? [[key, env[key]]] : [])),
  )
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    throw new StartError(
      parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`).join('\n'),
    )
  }
  const values = parsed.data
  if (values.DATABASE_APP_URL && !values.DATABASE_URL) {
    throw new StartError(
      'DATABASE_APP_URL is set without DATABASE_URL: set both, or neither to use the embedded database',
    )
  }
  if (values.SMTP_URL && !values.MAIL_FROM) {
    throw new StartError('SMTP_URL is set without MAIL_FROM: give the address mails are sent from')
  }
  const mode = values.MAILLAGE_MODE ?? (values.DATABASE_URL ? 'live' : 'demo')
  return {
    port: values.PORT,
    host: values.HOST,
    mode,
    dataDir: resolve(ROOT, values.DATA_DIR),
    buildDir: join(ROOT, 'build'),
    origin: values.ORIGIN?.replace(/\/$/, ''),
    metricsToken: values.METRICS_TOKEN,
    s3: s3Of(values),
    oidc: oidcOf(values),
    lookup: lookupOf(values, mode),
    clamavUrl: values.CLAMAV_URL,
    secretKey: values.SECRET_KEY,
    slowQueryMs: values.SLOW_QUERY_MS,
    mail: {
      smtpUrl: values.SMTP_URL,
      from: values.MAIL_FROM,
      replyTo: values.MAIL_REPLY_TO,
      bounceToken: values.MAIL_BOUNCE_TOKEN,
    },
    /** Requests a minute and an address on the public API; 0 for none (measures). */
    apiRateLimit: values.API_RATE_LIMIT,
    trustedProxyHeader: values.TRUSTED_PROXY_HEADER,
    database: {
      owner: values.DATABASE_URL,
      app: values.DATABASE_APP_URL,
      observatory: values.DATABASE_OBSERVATORY_URL,
    },
  }
}

/** All of it or nothing: half a store would send files to a folder nobody backs up. */
function s3Of(values: z.infer<typeof environment>) {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_KEY: key, S3_SECRET: secret } = values
  if (!endpoint && !bucket && !key && !secret) return null
  if (!endpoint || !bucket || !key || !secret)
    throw new StartError('S3_ENDPOINT, S3_BUCKET, S3_KEY and S3_SECRET go together: set all of them, or none')
  return { endpoint, bucket, key, secret, region: values.S3_REGION }
}

export type LookupSettings = { companies: string | null; addresses: string | null }

/** Public services of the State that fill a form in; a demonstration calls nobody unless told to. */
function lookupOf(values: z.infer<typeof environment>, mode: 'demo' | 'live'): LookupSettings {
  const chosen = (given: string | undefined, usual: string) => {
    if (given === undefined) return mode === 'live' ? usual : null
    return given === 'off' ? null : given.replace(/\/+$/, '')
  }
  return {
    companies: chosen(values.COMPANY_SEARCH_URL, 'https://recherche-entreprises.api.gouv.fr'),
    addresses: chosen(values.ADDRESS_SEARCH_URL, 'https://data.geopf.fr/geocodage'),
  }
}

export type OidcSettings = NonNullable<ReturnType<typeof oidcOf>>

/** A provider to sign in through; half of one would be a button that leads nowhere. */
function oidcOf(values: z.infer<typeof environment>) {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values
  if (!issuer && !clientId && !clientSecret) return null
  if (!issuer || !clientId || !clientSecret)
    throw new StartError(
      'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all of them, or none',
    )
  const { protocol, hostname } = new URL(issuer)
  if (protocol === 'http:' && !['localhost', '127.0.0.1'].includes(hostname))
    throw new StartError('OIDC_ISSUER must start with https:// (http:// only on this machine)')
  return {
    issuer,
    clientId,
    clientSecret,
    name: values.OIDC_NAME,
    scopes: values.OIDC_SCOPES,
    acr: values.OIDC_ACR,
    userinfoAlg: values.OIDC_USERINFO_ALG,
    trustEmail: values.OIDC_TRUST_EMAIL === 'true',
  }
}
