import { Check, Radios } from '../ui/choice.tsx'
import { Field, FileField } from '../ui/field.tsx'
import { Form, Hidden, LinkButton, Submit } from '../ui/form.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import type { ItemFile } from './actions-reading.ts'
import { itemVerdicts } from './model.ts'
import { photoHint, photoKinds } from './views-finding.tsx'
import { partTitles, verdictWords } from './words.ts'

/** One question on a page of its own: three answers under the thumb, a note, a photo, and on to the next. */
export function ItemView({
  inspection,
  item,
  left,
  total,
  trouble,
}: ItemFile & { readonly trouble?: Trouble | undefined }) {
  const { code, question, basis, part, verdict, grave, note, photo, version, position } = item
  return (
    <div class="stack">
      <p class="small muted">
        {partTitles[part]} · mục {position} trên {total}, còn {left} mục chưa ghi
      </p>
      <h1>{question}</h1>
      <p class="small muted">{basis}</p>
      <Form action={paths.oversight.item(inspection.id, code)} trouble={trouble} files panel label={`Ghi mục ${code}`}>
        <Hidden name="seen" value={version} />
        <Radios
          name="verdict"
          label="Kết quả"
          options={itemVerdicts.map((value) => ({ value, label: verdictWords[value] }))}
          value={verdict}
          trouble={trouble}
        />
        <Field
          name="note"
          label="Thấy gì"
          hint="Không đạt thì phải ghi."
          kind="textarea"
          rows={3}
          value={note}
          optional
          trouble={trouble}
        />
        <Check
          name="grave"
          label="Nghiêm trọng"
          hint="Nguy hại cho người dùng hoặc gian dối: xử lý ngay, không chờ hạn khắc phục."
          checked={grave}
          trouble={trouble}
        />
        <FileField
          name="photo"
          label={photo === null ? 'Ảnh' : 'Thay ảnh đã có'}
          hint={photoHint}
          accept={photoKinds}
          optional
          trouble={trouble}
        />
        <div class="row">
          <Submit icon="check">Lưu, sang mục tiếp</Submit>
          <LinkButton href={paths.oversight.file(inspection.id)} kind="quiet">
            Về danh mục
          </LinkButton>
        </div>
      </Form>
    </div>
  )
}
