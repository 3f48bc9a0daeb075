import { z } from 'zod'
import type { Gateway } from './channel.ts'
import type { OpenIdSettings } from './open-id.ts'
import { readProxies } from './proxies.ts'
import type { Proxies } from './proxies.ts'

// Not z.url: a server on this machine may be named by its socket alone, `postgresql://ocop@/ocop?host=/run/postgresql`.
const databaseAddress = z.string().regex(/^postgres(ql)?:\/\/[^/\s?]*\/[^/\s?]+(\?\S*)?$/)

const flag = z.enum(['0', '1']).transform((text) => text === '1')

/** The environment of contract.md; whatever is not named here does not exist. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  PROXIES: z
    .string()
    .transform(readProxies)
    .refine((proxies) => proxies !== undefined)
    .optional(),
  DATABASE_URL: databaseAddress.optional(),
  DATABASE_READ_URL: databaseAddress.optional(),
  OCOP_DEMO: flag.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_SECRET: z.string().optional(),
  MESSENGER_URL: z.url({ protocol: /^https?$/ }).optional(),
  MESSENGER_SECRET: z.string().optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional(),
  S3_KEY: z.string().optional(),
  S3_SECRET: z.string().optional(),
  S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional(),
  // Over plain HTTP anybody on the way could say who signs in; a provider on this machine has no way.
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(isSafeIssuer)
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
})

function isSafeIssuer(issuer: string): boolean {
  return /^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(issuer)
}

/** Settings that mean something only whole: all of them, or none. */
const together: readonly (readonly (keyof typeof Environment.shape)[])[] = [
  ['S3_ENDPOINT', 'S3_BUCKET', 'S3_KEY', 'S3_SECRET'],
  ['SMS_URL', 'SMS_SECRET'],
  ['MESSENGER_URL', 'MESSENGER_SECRET'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
]

/** Where an object store is and how it is entered. */
export interface ObjectStore {
  readonly endpoint: string
  readonly bucket: string
  readonly key: string
  readonly secret: string
  readonly region: string
}

export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDirectory: string
  readonly publicUrl: string
  /** Absent: only a proxy on this machine is believed. */
  readonly proxies: Proxies | undefined
  /** Absent: the embedded PostgreSQL is started. */
  readonly databaseUrl: string | undefined
  /** A copy that visitors read; absent: everybody reads the database itself. */
  readonly databaseReadUrl: string | undefined
  readonly demonstration: boolean
  readonly logLevel: string
  /** Absent: messages go to the catcher page. */
  readonly smtpUrl: string | undefined
  /** Absent: outside a demonstration nobody is told by SMS. */
  readonly sms: Gateway | undefined
  readonly messenger: Gateway | undefined
  /** Absent: files are kept in the data directory. */
  readonly objectStore: ObjectStore | undefined
  /** Absent: people sign in with accounts of this system only. */
  readonly openId: OpenIdSettings | undefined
}

const prefixes = ['OCOP_', 'S3_', 'SMTP_', 'SMS_', 'MESSENGER_', 'OIDC_', 'DATABASE_']

/** Every fault of the environment at once, one sentence each, or the configuration. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = withoutEmpty(environment)
  const parsed = Environment.safeParse(given)
  const unknown = Object.keys(environment).filter(
    (name) => prefixes.some((prefix) => name.startsWith(prefix)) && !(name in Environment.shape),
  )
  const faults = [
    ...(parsed.success
      ? []
      : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${sentenceOf(String(issue.path[0]))}`)),
    ...together.flatMap((names) => faultsOfGroup(names, given)),
    ...(given['S3_REGION'] !== undefined && given['S3_ENDPOINT'] === undefined
      ? ['S3_REGION: chỉ có nghĩa khi có S3_ENDPOINT']
      : []),
    ...(given['DATABASE_READ_URL'] !== undefined && given['DATABASE_URL'] === undefined
      ? ['DATABASE_READ_URL: chỉ có nghĩa khi có DATABASE_URL']
      : []),
    ...unknown.map((name) => `${name}: biến môi trường này không có trong hệ thống; hãy bỏ đi hoặc sửa tên`),
  ]
  if (!parsed.success || faults.length > 0) throw new ConfigFault(faults)
  const { data } = parsed
  return {
    port: data.PORT,
    host: data.HOST,
    dataDirectory: data.DATA_DIR,
    publicUrl: (data.PUBLIC_URL ?? `http://localhost:${data.PORT}`).replace(/\/+$/, ''),
    proxies: data.PROXIES,
    databaseUrl: data.DATABASE_URL,
    databaseReadUrl: data.DATABASE_READ_URL,
    demonstration: data.OCOP_DEMO ?? data.DATABASE_URL === undefined,
    logLevel: data.LOG_LEVEL,
    smtpUrl: data.SMTP_URL,
    sms: gatewayOf(data.SMS_URL, data.SMS_SECRET),
    messenger: gatewayOf(data.MESSENGER_URL, data.MESSENGER_SECRET),
    objectStore: objectStoreOf(data),
    openId: openIdOf(data),
  }
}

/** Half a store would look like one until the first file is lost in it. */
function faultsOfGroup(names: readonly string[], given: Readonly<Record<string, unknown>>): string[] {
  const absent = names.filter((name) => given[name] === undefined)
  if (absent.length === names.length) return []
  return absent.map((name) => `${name}: còn thiếu; ${names.join(', ')} phải có đủ cả, hoặc không có biến nào`)
}

function objectStoreOf(data: z.output<typeof Environment>): ObjectStore | undefined {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_KEY: key, S3_SECRET: secret, S3_REGION: region } = data
  if (endpoint === undefined || bucket === undefined || key === undefined || secret === undefined) return undefined
  return { endpoint: endpoint.replace(/\/+$/, ''), bucket, key, secret, region: region ?? 'us-east-1' }
}

function gatewayOf(url: string | undefined, secret: string | undefined): Gateway | undefined {
  return url === undefined || secret === undefined ? undefined : { url: url.replace(/\/+$/, ''), secret }
}

function openIdOf(data: z.output<typeof Environment>): OpenIdSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = data
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined
  return { issuer, clientId, clientSecret }
}

export class ConfigFault extends Error {
  constructor(faults: readonly string[]) {
    super(`Cấu hình chưa đúng:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
    this.name = 'ConfigFault'
  }
}

function withoutEmpty(environment: NodeJS.ProcessEnv) {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
}

const sentences: Record<string, string> = {
  PORT: 'phải là một số từ 0 đến 65535, ví dụ 3000',
  PUBLIC_URL: 'phải là một địa chỉ web đầy đủ, ví dụ https://ocop.tinh.gov.vn',
  PROXIES: 'phải là địa chỉ hoặc mạng của máy chủ chuyển tiếp, ví dụ 10.0.2.0/24, 192.0.2.7',
  DATABASE_URL: 'phải có dạng postgresql://tài-khoản:mật-khẩu@máy:5432/tên-cơ-sở-dữ-liệu',
  DATABASE_READ_URL: 'phải có dạng như DATABASE_URL, của một bản sao chỉ đọc',
  OCOP_DEMO: 'chỉ nhận 1 (có dữ liệu mẫu) hoặc 0 (bắt đầu trống)',
  LOG_LEVEL: 'chỉ nhận trace, debug, info, warn, error, fatal hoặc silent',
  S3_ENDPOINT: 'phải là địa chỉ của kho tệp, ví dụ https://s3.tinh.gov.vn',
  S3_BUCKET: 'phải là tên ngăn chứa: 3 đến 63 chữ thường, chữ số, dấu chấm hoặc gạch nối',
  S3_REGION: 'phải là tên vùng của kho tệp, ví dụ us-east-1',
  OIDC_ISSUER: 'phải là địa chỉ https của nhà cung cấp danh tính (http chỉ khi ở ngay máy này)',
  SMTP_URL: 'phải có dạng smtp://máy-chủ:587',
}

function sentenceOf(name: string): string {
  return sentences[name] ?? 'giá trị không hợp lệ'
}
