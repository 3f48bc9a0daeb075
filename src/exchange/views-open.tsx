import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { datasetFormats } from './model.ts'
import type { Dataset } from './model.ts'
import { licence } from './open-catalogue.ts'

/** Every set with what it holds, how to take it and what each column means. */
export function OpenDataView({ datasets }: { datasets: readonly Dataset[] }) {
  return (
    <div class="stack loose">
      <div class="stack">
        <h1>Dữ liệu mở</h1>
        <p class="lead">
          Tải tự do, dùng lại tự do, ghi nguồn. Mỗi tệp lập ngay khi tải, từ đúng những hồ sơ mà các trang và con số
          đang dùng.
        </p>
        <p>
          Giấy phép: <a href={licence.url}>{licence.name}</a> (mặc định của hệ thống). Danh mục cho máy đọc:{' '}
          <a href={paths.exchange.openCatalogue()}>DCAT-AP (JSON-LD)</a>. Tra từng bản ghi:{' '}
          <a href={paths.api()}>API</a>.
        </p>
      </div>
      {datasets.map((dataset) => (
        <OneDataset {...dataset} />
      ))}
    </div>
  )
}

function OneDataset({ id, title, description, columns }: Dataset) {
  return (
    <Panel title={title} id={id}>
      <p>{description}</p>
      <p class="row">
        {datasetFormats.map((format) => (
          <a class="button secondary" href={paths.exchange.dataset(id, format)}>
            Tải {format.toUpperCase()}
          </a>
        ))}
        <a href={paths.exchange.datasetSchema(id)}>Lược đồ (CSVW)</a>
      </p>
      <details>
        <summary>{columns.length} cột</summary>
        <Table
          caption={`Các cột của ${title}`}
          rows={columns}
          columns={[
            { head: 'Cột', cell: ({ name }) => <code>{name}</code>, names: true },
            { head: 'Nghĩa', cell: ({ title: words }) => words },
            { head: 'Kiểu', cell: ({ datatype }) => datatype },
          ]}
        />
      </details>
    </Panel>
  )
}
