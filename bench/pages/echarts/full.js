// The whole of ECharts, loaded from its own minified build.
import { start } from "../report/app.js";
import { plot } from "./chart.js";

start(plot(window.echarts.init));
