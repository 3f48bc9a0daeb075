import { describe, expect, it } from 'vitest'
import { withQuery } from './address.ts'
import { paths } from './paths.ts'

type Branch = { readonly [name: string]: Branch | ((...given: string[]) => string) }

/** Every address with its parameters named, one a line. */
function siteMap(branch: Branch, trail = ''): string[] {
  return Object.entries(branch).flatMap(([name, node]) => {
    if (typeof node !== 'function') return siteMap(node, `${trail}${name}.`)
    const parameters = /^\(([^)]*)\)/.exec(node.toString())?.[1]?.split(',') ?? []
    const given = parameters
      .map((parameter) => parameter.trim())
      .filter((parameter) => parameter !== '' && parameter !== 'query')
    return [`${trail}${name} ${node(...given.map((parameter) => `:${parameter}`))}`]
  })
}

describe('paths', () => {
  it('are the map of the site', () => {
    expect(siteMap(paths as unknown as Branch)).toMatchSnapshot()
  })

  it('name every address once', () => {
    const addresses = siteMap(paths as unknown as Branch).map((line) => line.split(' ')[1])
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  it('keep a slash of a certificate number inside its segment', () => {
    expect(paths.recognition.certificate('12/GCN-OCOP/2026')).toBe('/chung-nhan/12%2FGCN-OCOP%2F2026')
  })

  it('leave blanks out of a query and repeat the name for a list', () => {
    expect(paths.catalogue.list({ q: 'cà phê', tinh: undefined, sao: [4, 5], xa: '' })).toBe(
      '/san-pham?q=c%C3%A0+ph%C3%AA&sao=4&sao=5',
    )
    expect(withQuery('/ho-so', {})).toBe('/ho-so')
  })
})
