import { readFileSync } from 'node:fs'

type Point = readonly [x: number, y: number]
type Ring = readonly Point[]

interface Feature {
  readonly properties: { readonly code: string; readonly full_name: string }
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] }
}

export interface ProvinceShape {
  readonly code: string
  readonly name: string
  /** Outline of land and near islands, as SVG path data in half units: draw it at `scale(0.5)`. */
  readonly path: string
}

export interface Archipelago {
  readonly name: string
  readonly province: string
  /** Islands too small for their outline: one dot each. */
  readonly dots: readonly Point[]
  readonly labelAt: Point
}

export const mapWidth = 600
const margin = 6
const west = 102.141
const east = 117.828
const north = 23.393
const south = 7.184
const scale = (mapWidth - 2 * margin) / (east - west)
export const mapHeight = Math.ceil(scale * (mercator(north) - mercator(south)) + 2 * margin)

// Half a unit of the drawing: neighbours snap to the same points, so simplified borders still meet, and whole numbers
// keep the drawing of 34 provinces near 40 KB.
const grid = 0.5

function mercator(latitude: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI
}

function project([longitude, latitude]: Point): Point {
  return [margin + scale * (longitude - west), margin + scale * (mercator(north) - mercator(latitude))]
}

const rings = readRings()

export const provinceShapes: readonly ProvinceShape[] = rings.map(({ code, name, outlines }) => ({
  code,
  name,
  path: outlines
    .filter((outline) => !isFarIsland(outline))
    .map(pathOf)
    .join(''),
}))

// Named on every map of the country, and administered by these two (Hoàng Sa: Đà Nẵng, Trường Sa: Khánh Hoà).
export const archipelagos: readonly Archipelago[] = [
  { name: 'Quần đảo Hoàng Sa', province: 'Đà Nẵng', dots: dotsOf('48'), labelAt: project([112, 18.25]) },
  { name: 'Quần đảo Trường Sa', province: 'Khánh Hoà', dots: dotsOf('56'), labelAt: project([114.4, 12.75]) },
]

function readRings(): { code: string; name: string; outlines: Ring[] }[] {
  const { features } = JSON.parse(readFileSync(new URL('./assets/provinces.geojson', import.meta.url), 'utf8')) as {
    features: Feature[]
  }
  return features.map(({ properties, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    return { code: properties.code, name: properties.full_name, outlines: polygons.map(([outer]) => outer ?? []) }
  })
}

/** East of 109.5° the country is islands only. */
function isFarIsland(outline: Ring): boolean {
  return outline.every(([longitude]) => longitude > 109.46)
}

function dotsOf(province: string): Point[] {
  const far = rings.find(({ code }) => code === province)?.outlines.filter(isFarIsland) ?? []
  const centres = far.map((outline) => {
    const [x, y] = project([
      middle(outline.map(([longitude]) => longitude)),
      middle(outline.map(([, latitude]) => latitude)),
    ])
    return `${Math.round(x)} ${Math.round(y)}`
  })
  return [...new Set(centres)].map((centre) => centre.split(' ').map(Number) as unknown as Point)
}

function middle(values: readonly number[]): number {
  return (Math.min(...values) + Math.max(...values)) / 2
}

/** Relative path of an outline snapped to the grid, without points that repeat or lie on a straight line. */
function pathOf(outline: Ring): string {
  const snapped = outline.map(project).map(([x, y]): Point => [Math.round(x / grid), Math.round(y / grid)])
  const kept = withoutStraights(snapped.filter((point, index) => !same(point, snapped[index - 1])))
  const [first] = kept
  if (first === undefined || kept.length < 4) return ''
  const moves = kept.slice(1, -1).flatMap(([x, y], index) => {
    const [beforeX, beforeY] = kept[index] as Point
    return [x - beforeX, y - beforeY]
  })
  return `M${first[0]} ${first[1]}l${moves.join(' ').replaceAll(' -', '-')}z`
}

function same(left: Point, right: Point | undefined): boolean {
  return right !== undefined && left[0] === right[0] && left[1] === right[1]
}

function withoutStraights(points: readonly Point[]): Point[] {
  return points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]]
    if (before === undefined || after === undefined) return true
    return (point[0] - before[0]) * (after[1] - point[1]) !== (point[1] - before[1]) * (after[0] - point[0])
  })
}
