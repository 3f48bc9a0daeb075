import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

const store = {
  S3_ENDPOINT: 'https://s3.vidu.vn/',
  S3_BUCKET: 'ocop',
  S3_KEY: 'khoa',
  S3_SECRET: 'bi-mat',
}

describe('the environment', () => {
  it('of an object store is taken whole', () => {
    expect(readConfig({}).objectStore).toBeUndefined()
    const { S3_BUCKET: bucket, S3_KEY: key, S3_SECRET: secret } = store
    const endpoint = 'https://s3.vidu.vn'
    expect(readConfig(store).objectStore).toEqual({ endpoint, bucket, key, secret, region: 'us-east-1' })
    expect(readConfig({ ...store, S3_REGION: 'vn-1' }).objectStore?.region).toBe('vn-1')
  })

  it.each(Object.keys(store))('without %s of it stops the start and names what is missing', (absent) => {
    expect(() => readConfig({ ...store, [absent]: '' })).toThrow(new RegExp(`- ${absent}: còn thiếu`))
  })

  it('of an identity provider is taken whole, over TLS or on this machine', () => {
    const given = { OIDC_ISSUER: 'https://danh-tinh.vidu.vn', OIDC_CLIENT_ID: 'ocop', OIDC_CLIENT_SECRET: 'bi-mat' }
    expect(readConfig({}).openId).toBeUndefined()
    expect(readConfig(given).openId).toEqual({ issuer: given.OIDC_ISSUER, clientId: 'ocop', clientSecret: 'bi-mat' })
    expect(readConfig({ ...given, OIDC_ISSUER: 'http://127.0.0.1:4000' }).openId).toBeDefined()
    for (const issuer of ['http://danh-tinh.vidu.vn', 'http://127.0.0.1.vidu.vn', 'danh-tinh'])
      expect(() => readConfig({ ...given, OIDC_ISSUER: issuer })).toThrow('- OIDC_ISSUER: ')
    expect(() => readConfig({ ...given, OIDC_CLIENT_SECRET: '' })).toThrow('- OIDC_CLIENT_SECRET: còn thiếu')
  })

  it.each(['postgresql://ocop:bi-mat@may:5432/ocop', 'postgresql://ocop@/ocop?host=%2Frun%2Fpostgresql'])(
    'takes a database by its host or by its socket: %s',
    (databaseUrl) => expect(readConfig({ DATABASE_URL: databaseUrl }).databaseUrl).toBe(databaseUrl),
  )

  it.each(['mysql://may/ocop', 'postgresql://may:5432', 'may:5432/ocop'])('refuses %s as a database', (databaseUrl) => {
    expect(() => readConfig({ DATABASE_URL: databaseUrl })).toThrow('- DATABASE_URL: phải có dạng')
  })

  it('takes a copy for readers only beside the database it copies', () => {
    const databaseReadUrl = 'postgresql://ocop@ban-sao/ocop'
    const given = { DATABASE_URL: 'postgresql://ocop@chinh/ocop', DATABASE_READ_URL: databaseReadUrl }
    expect(readConfig(given).databaseReadUrl).toBe(databaseReadUrl)
    expect(() => readConfig({ DATABASE_READ_URL: databaseReadUrl })).toThrow('- DATABASE_READ_URL: chỉ có nghĩa khi')
  })

  it('takes proxies by address or network, and refuses what is neither', () => {
    const { proxies } = readConfig({ PROXIES: '10.0.2.0/24, 192.0.2.7' })
    expect(['10.0.2.255', '10.0.3.0', '192.0.2.7', '192.0.2.8', ''].map((one) => proxies?.(one))).toEqual([
      true,
      false,
      true,
      false,
      false,
    ])
    expect(readConfig({}).proxies).toBeUndefined()
    for (const wrong of ['caddy', '10.0.2.0/33', '10.0.2.0/0', '10.0.2.0/24,'])
      expect(() => readConfig({ PROXIES: wrong })).toThrow('- PROXIES: phải là địa chỉ')
  })

  it('says every fault at once, each by its name', () => {
    const wrong = { ...store, S3_ENDPOINT: 'ftp://s3', S3_BUCKET: 'Ngăn tệp', S3_KYE: 'khoa', PORT: 'nhà' }
    const said = () => readConfig(wrong)
    for (const name of ['S3_ENDPOINT', 'S3_BUCKET', 'S3_KYE', 'PORT']) expect(said).toThrow(`- ${name}: `)
    expect(() => readConfig({ S3_REGION: 'vn-1' })).toThrow('S3_REGION: chỉ có nghĩa khi có S3_ENDPOINT')
  })

  it('never repeats a secret in its sentences', () => {
    expect(() => readConfig({ S3_SECRET: 'bi-mat-that' })).toThrow(/^(?!.*bi-mat-that)/s)
  })
})
