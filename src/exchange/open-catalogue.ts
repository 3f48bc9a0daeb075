import { paths } from '../ui/paths.ts'
import { datasetFormats } from './model.ts'
import type { Dataset } from './model.ts'

/** No text of law names a licence for these sets; the default is the freest that still asks for the source. */
export const licence = {
  url: 'https://creativecommons.org/licenses/by/4.0/',
  name: 'Creative Commons Ghi công 4.0 (CC BY 4.0)',
}

const mediaTypes = { csv: 'text/csv', json: 'application/json' }
const vi = (text: string) => ({ '@language': 'vi', '@value': text })

/** The sets as a DCAT-AP 2.1.1 catalogue in JSON-LD, for harvesters. */
export function catalogueJson(datasets: readonly Dataset[], publicUrl: string, today: string): object {
  const here = publicUrl + paths.exchange.openData()
  const publisher = {
    '@id': `${publicUrl}/#co-quan`,
    '@type': 'foaf:Agent',
    'foaf:name': vi('Chương trình Mỗi xã một sản phẩm'),
  }
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': here,
    '@type': 'dcat:Catalog',
    'dct:title': vi('Dữ liệu mở OCOP'),
    'dct:description': vi('Sản phẩm, công nhận, chủ thể và số liệu của Chương trình Mỗi xã một sản phẩm.'),
    'dct:publisher': publisher,
    'dct:language': { '@id': 'http://publications.europa.eu/resource/authority/language/VIE' },
    'dct:license': { '@id': licence.url },
    'dct:modified': { '@type': 'xsd:date', '@value': today },
    'foaf:homepage': { '@id': publicUrl },
    'dcat:dataset': datasets.map((dataset) =>
      datasetJson(dataset, { publicUrl, here, today, publisher: publisher['@id'] }),
    ),
  }
}

function datasetJson(
  { id, title, description }: Dataset,
  { publicUrl, here, today, publisher }: { publicUrl: string; here: string; today: string; publisher: string },
): object {
  return {
    '@id': `${here}#${id}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': id,
    'dct:title': vi(title),
    'dct:description': vi(description),
    'dct:publisher': { '@id': publisher },
    'dct:modified': { '@type': 'xsd:date', '@value': today },
    'dct:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/DAILY' },
    'dct:spatial': { '@id': 'http://publications.europa.eu/resource/authority/country/VNM' },
    'dcat:keyword': [vi('OCOP'), vi('nông thôn mới')],
    'dcat:theme': { '@id': 'http://publications.europa.eu/resource/authority/data-theme/AGRI' },
    'dcat:landingPage': { '@id': here, '@type': 'foaf:Document' },
    'dcat:distribution': datasetFormats.map((format) => {
      const url = publicUrl + paths.exchange.dataset(id, format)
      return {
        '@id': url,
        '@type': 'dcat:Distribution',
        'dct:title': vi(`${title} (${format.toUpperCase()})`),
        'dct:description': vi(description),
        'dcat:accessURL': { '@id': url },
        'dcat:downloadURL': { '@id': url },
        'dcat:mediaType': { '@id': `http://www.iana.org/assignments/media-types/${mediaTypes[format]}` },
        'dct:format': { '@id': `http://publications.europa.eu/resource/authority/file-type/${format.toUpperCase()}` },
        'dct:license': { '@id': licence.url },
        'dct:conformsTo': { '@id': publicUrl + paths.exchange.datasetSchema(id), '@type': 'dct:Standard' },
      }
    }),
  }
}

/** The columns of a set (CSV on the Web, Metadata Vocabulary for Tabular Data). */
export function schemaJson({ id, title, description, columns }: Dataset, publicUrl: string): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'vi' }],
    url: publicUrl + paths.exchange.dataset(id, 'csv'),
    'dc:title': title,
    'dc:description': description,
    'dc:license': { '@id': licence.url },
    dialect: { encoding: 'utf-8', delimiter: ',', header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: columns.map(({ name, title: words, datatype }) => ({
        name,
        titles: name,
        datatype,
        'dc:description': words,
      })),
    },
  }
}
