import { Check, Select } from '../ui/choice.tsx'
import { Field, FileField } from '../ui/field.tsx'
import { Fieldset } from '../ui/form.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { categories, mostTags } from './model.ts'
import type { ArticleStart, Edition, NamedProduct } from './model.ts'
import { categoryWords } from './words.ts'

interface Option {
  readonly value: string
  readonly label: string
}

export interface Choices {
  readonly figures: readonly Option[]
  readonly places: readonly Option[]
  readonly provinces: readonly Option[]
}

interface FieldsProps {
  /** Absent for an article that begins from nothing. */
  readonly edition: (ArticleStart & Partial<Pick<Edition, 'picture'>>) | undefined
  readonly products: readonly NamedProduct[]
  /** Units to choose from, where the writer works for more than one. */
  readonly units?: readonly Option[]
  readonly choices: Choices
  readonly trouble: Trouble | undefined
}

export function EditionFields({ edition, products, units, choices, trouble }: FieldsProps) {
  return (
    <>
      {units ? <Select name="unit" label="Đơn vị ra bài" options={units} trouble={trouble} /> : null}
      <Field name="title" label="Tiêu đề" value={edition?.title} trouble={trouble} />
      <Field
        name="summary"
        label="Tóm tắt"
        hint="Hai, ba câu; hiện trong danh sách và khi chia sẻ. Để trống được cho tới khi xuất bản."
        kind="textarea"
        rows={3}
        value={edition?.summary}
        trouble={trouble}
      />
      <Field
        name="body"
        label="Nội dung"
        hint="Cách nhau một dòng trống là đoạn mới; ## mở đầu mục; **chữ đậm**; - mở đầu gạch đầu dòng; [chữ](địa chỉ) là liên kết. Để trống được cho tới khi xuất bản."
        kind="textarea"
        rows={16}
        value={edition?.body}
        trouble={trouble}
      />
      <Select
        name="category"
        label="Chuyên mục"
        options={categories.map((value) => ({ value, label: categoryWords[value] }))}
        blank="Chọn chuyên mục"
        value={edition?.category}
        trouble={trouble}
      />
      <Select
        name="province"
        label="Bài nói về tỉnh, thành phố"
        options={choices.provinces}
        blank="Cả nước"
        value={edition?.provinceCode}
        trouble={trouble}
        optional
      />
      <Field
        name="tags"
        label="Thẻ"
        hint={`Cách nhau bằng dấu phẩy, tối đa ${mostTags}; dùng để tìm bài liên quan.`}
        value={edition?.tags.join(', ')}
        trouble={trouble}
        optional
      />
      <Field
        name="products"
        label="Mã sản phẩm nhắc tới"
        hint="Cách nhau bằng dấu phẩy; người đọc có liên kết tới sản phẩm."
        value={products.map(({ code, slug }) => code ?? slug).join(', ')}
        trouble={trouble}
        optional
      />
      <FigureToAdd choices={choices} trouble={trouble} />
      <PictureFields edition={edition} trouble={trouble} />
    </>
  )
}

function FigureToAdd({ choices, trouble }: Pick<FieldsProps, 'choices' | 'trouble'>) {
  return (
    <Fieldset
      legend="Thêm một con số vào cuối bài"
      hint="Khi lưu, con số đứng cuối bài dưới dạng {{so-lieu:…}}; dời nó tới chỗ cần trong bài. Lúc đăng, con số được đếm từ bản ghi và giữ nguyên về sau."
    >
      <Select name="figure" label="Con số" options={choices.figures} blank="Không thêm" trouble={trouble} optional />
      <Field name="figureOn" label="Tính đến ngày" kind="date" trouble={trouble} optional />
      <Select name="figurePlace" label="Địa bàn" options={choices.places} trouble={trouble} />
    </Fieldset>
  )
}

function PictureFields({ edition, trouble }: Pick<FieldsProps, 'edition' | 'trouble'>) {
  const picture = edition?.picture
  return (
    <Fieldset legend="Ảnh của bài">
      <FileField
        name="picture"
        label={picture ? 'Thay bằng ảnh khác' : 'Tệp ảnh'}
        hint="JPG, PNG hoặc WebP, tới 20 MB. Ảnh được vẽ lại, không còn nơi chụp và máy chụp."
        accept="image/jpeg,image/png,image/webp"
        trouble={trouble}
        optional
      />
      <Field
        name="pictureDescription"
        label="Mô tả ảnh cho người không nhìn thấy"
        value={picture?.description}
        trouble={trouble}
        optional
      />
      <Field name="pictureSource" label="Nguồn ảnh" value={picture?.source} trouble={trouble} optional />
      {picture ? <Check name="dropPicture" label="Bỏ ảnh" trouble={trouble} /> : null}
    </Fieldset>
  )
}
