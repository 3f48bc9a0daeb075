import { paths } from '../ui/paths.ts'

/** What the code on a label stands for. */
export interface Labelled {
  readonly slug: string
  readonly name: string
  /** The newest certificate of the product, in force or not; null when there was never one. */
  readonly certificate: string | null
}

const vocabulary = 'https://gs1.org/voc/'

/** Where each kind of question about a labelled product is answered, by the words of the GS1 Web Vocabulary. */
export function linksOf({ slug, certificate }: Labelled): Readonly<Record<string, string>> {
  const product = paths.catalogue.product(slug)
  return {
    defaultLink: product,
    pip: product,
    ...(certificate === null ? {} : { certificationInfo: paths.recognition.certificate(certificate) }),
  }
}

/** `gs1:pip`, `https://gs1.org/voc/pip` and `pip` ask for the same. */
export function linkTypeOf(asked: string): string {
  return asked.replace(/^gs1:|^https:\/\/(www\.)?gs1\.org\/voc\//, '')
}

/** The links as RFC 9264 writes them, all on our own site. */
export function linksetOf(labelled: Labelled, anchor: string, publicUrl: string) {
  const links = Object.entries(linksOf(labelled)).map(([type, path]) => [
    `${vocabulary}${type}`,
    [{ href: `${publicUrl}${path}`, title: labelled.name, type: 'text/html', hreflang: ['vi'] }],
  ])
  return {
    linkset: [{ anchor: `${publicUrl}${anchor}`, itemDescription: labelled.name, ...Object.fromEntries(links) }],
  }
}
