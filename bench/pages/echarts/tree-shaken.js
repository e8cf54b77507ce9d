// ECharts with only the modules that these figures use.
import { init, use } from "echarts/core";
import { BarChart, CustomChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";
import { start } from "../report/app.js";
import { plot } from "./chart.js";

use([BarChart, CustomChart, GridComponent, TooltipComponent, CanvasRenderer]);
start(plot(init));
