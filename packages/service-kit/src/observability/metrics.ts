import {
  Counter,
  type CounterConfiguration,
  collectDefaultMetrics,
  Gauge,
  type GaugeConfiguration,
  Histogram,
  type HistogramConfiguration,
  Registry,
} from 'prom-client';

const registry = new Registry();
let withProcess = false;

/** The metric of a name, made when it is first asked for: asking twice gives the same one. */
function once<Metric>(name: string, make: () => Metric): Metric {
  return (registry.getSingleMetric(name) as Metric | undefined) ?? make();
}

/** The metrics of this process, in the form of Prometheus. Names begin with `salesgraph_`, units are base units. */
export const metrics = {
  counter: <Label extends string>(options: CounterConfiguration<Label>) =>
    once(options.name, () => new Counter({ ...options, registers: [registry] })),
  gauge: <Label extends string>(options: GaugeConfiguration<Label>) =>
    once(options.name, () => new Gauge({ ...options, registers: [registry] })),
  histogram: <Label extends string>(options: HistogramConfiguration<Label>) =>
    once(options.name, () => new Histogram({ ...options, registers: [registry] })),

  /** What Prometheus scrapes; the figures of the process itself are included. */
  async text(): Promise<string> {
    if (!withProcess) {
      withProcess = true;
      collectDefaultMetrics({ register: registry });
    }
    return registry.metrics();
  },
  contentType: registry.contentType,
};
