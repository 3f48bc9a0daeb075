import { Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** The figures of one process for Prometheus. */
export function openMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of requests by method and status',
    labelNames: ['method', 'status'] as const,
    buckets: [0.01, 0.05, 0.1, 0.3, 1, 3],
    registers: [registry],
  })
  return {
    mediaType: registry.contentType,
    text: () => registry.metrics(),
    observe: (method: string, status: number, seconds: number) =>
      duration.observe({ method, status: String(status) }, seconds),
  }
}
