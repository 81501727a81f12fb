import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Every number that /metrics shows; the names are fixed, dashboards rely on them. */
export type Metrics = ReturnType<typeof makeMetrics>;

const latency_buckets_s = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

/** Makes this process's metrics. */
export function makeMetrics() {
  const registry = new Registry();
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter({ name, help, labelNames: [...labelNames], registers });
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    http_request_duration_seconds: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time to answer, by route',
      buckets: latency_buckets_s,
      labelNames: ['method', 'route', 'status'],
      registers,
    }),
    cache_hits_total: counter('cache_hits_total', 'Values found in the cache'),
    cache_misses_total: counter('cache_misses_total', 'Values not found in the cache'),
    queue_oldest_age_seconds: new Gauge({
      name: 'queue_oldest_age_seconds',
      help: 'Age of the oldest job or event that should have run',
      registers,
    }),
    outbound_requests_total: counter('outbound_requests_total', 'Pages asked of shops', ['outcome']),
    mails_total: counter('mails_total', 'Mails sent, refused, postponed, or unsure whether sent', ['outcome']),
    fit_questions_total: counter('fit_questions_total', 'Questions whether it fitted: asked, withdrawn before, and what was said', [
      'outcome',
    ]),
    tryon_sessions_total: counter('tryon_sessions_total', 'Fittings and try-on sessions', ['brand', 'status']),
    tryon_session_duration_seconds: new Histogram({
      name: 'tryon_session_duration_seconds',
      help: 'From the start of a fitting, or of a try-on, to its outcome',
      buckets: [1, 2, 5, 10, 30, 120, 600, 3600, 86_400, 604_800],
      registers,
    }),
    render_errors_total: counter('render_errors_total', 'Looks that a renderer did not draw, and why', ['renderer', 'reason']),
    outside_renders_total: counter('outside_renders_total', 'Looks that outside renderers drew, or had drawn before', [
      'renderer',
      'outcome',
    ]),
    size_advice_total: counter('size_advice_total', 'Sizes advised', ['brand', 'confidence']),
    size_advice_outcome_total: counter('size_advice_outcome_total', 'Sizes tried that were, or were not, the advised one and right', [
      'match',
    ]),
    people_count: new Gauge({ name: 'people_count', help: 'People known, anonymous or not', labelNames: ['kind'], registers }),
    products_count: new Gauge({ name: 'products_count', help: 'Products read', registers }),
    interactions_count: new Gauge({ name: 'interactions_count', help: 'What people did with products, as the log has it', registers }),
  };
}
